import type { NatsConnection } from '@nats-io/nats-core';
import { backOff } from './back-off.js';

/** Who somebody is to the server. Followers are nobody. */
export interface Credential {
  readonly user: string;
  readonly pass: string;
}

/** Why there is no connection: nobody answers, or the server wants another credential. */
export type Trouble = 'unreachable' | 'refused';

/** What to connect to, and what to do then. */
export interface Wishes {
  /** The address of a WebSocket. */
  readonly server: string;
  readonly credential?: Credential;
  /** There is a connection, the first or a new one. */
  readonly onOpen: (connection: NatsConnection) => void;
  /** There is none any more, or still none. It is tried again, unless it is closed now. */
  readonly onLost: (trouble: Trouble) => void;
}

/** Milliseconds: how long a server may take to answer; how often a silent one is asked whether it is still there; a connection that counts as a good one. */
const patience = 8_000;
const pingInterval = 20_000;
const good = 10_000;

/**
 * Connect, and connect again whenever the connection is gone, without end, with growing pauses.
 * @returns what closes the connection, or stops trying, at once
 */
export function keepConnected({ server, credential, onOpen, onLost }: Wishes): () => void {
  let isClosed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  const wsFactory = (url: string): Promise<{ socket: WebSocket; encrypted: boolean }> => {
    if (isClosed) return Promise.reject(new Error('closed'));
    socket = new WebSocket(url);
    return Promise.resolve({ socket, encrypted: url.startsWith('wss:') });
  };
  const attempt = async (): Promise<void> => {
    const trouble = await connectOnce();
    if (isClosed) return;
    failures += 1;
    timer = setTimeout(() => void attempt(), backOff(failures));
    onLost(trouble);
  };
  /** Until the connection is gone. */
  const connectOnce = async (): Promise<Trouble> => {
    let isRefusal = (_: unknown): boolean => false;
    try {
      const { wsconnect, AuthorizationError } = await import('@nats-io/nats-core');
      isRefusal = (error) => error instanceof AuthorizationError;
      const connection = await wsconnect({
        servers: server,
        ...credential,
        wsFactory,
        timeout: patience,
        pingInterval,
        maxPingOut: 2,
        noEcho: true,
        // A server of a cluster names the others, but this page connects to the one that its reader agreed to.
        ignoreClusterUpdates: true,
        reconnect: false,
      });
      if (isClosed) void connection.close();
      else onOpen(connection);
      const since = performance.now();
      const error = await connection.closed();
      if (performance.now() - since > good) failures = 0;
      return isRefusal(error) ? 'refused' : 'unreachable';
    } catch (error) {
      return isRefusal(error) ? 'refused' : 'unreachable';
    }
  };
  void attempt();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    // With a code: without one the server answers with a code that browsers complain about.
    socket?.close(1000);
  };
}
