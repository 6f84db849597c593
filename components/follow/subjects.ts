/** What a room's positions and hellos are called on the server; the server's permissions name the same. */
export const positionsOf = (room: string): string => `class.${room}.position`;
export const hellosOf = (room: string): string => `class.${room}.hello`;
