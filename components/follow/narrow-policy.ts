/**
 * From now on this page connects to its own site and this server, and to nothing else, whatever happens in it. Policies
 * add up: another one can only take away from what the page may do.
 * @param server as `readServer` gives it
 */
export function narrowPolicy(server: string): void {
  const { protocol, host } = new URL(server);
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `connect-src 'self' ${protocol}//${host}`;
  document.head.append(meta);
}
