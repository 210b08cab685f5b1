import { connect, type Socket } from "node:net";

/** What postgres.js passes to its undocumented `socket` option. */
export type SocketFactory = (target: {
  host: string[];
  port: number[];
  path?: string | false;
}) => Socket;

export interface Sockets {
  open: SocketFactory;
  /** postgres.js ends its sockets politely, which a frozen peer never answers; this does not ask. */
  destroyAll(): void;
}

/** Opens sockets in place of postgres.js and remembers those that are open. */
export function createSockets(): Sockets {
  const opened = new Set<Socket>();
  return {
    open({ host, port, path }) {
      for (const socket of opened) if (socket.destroyed) opened.delete(socket);
      const socket = path ? connect(path) : connect(port[0] ?? 5432, host[0]);
      opened.add(socket);
      // The driver checks the certificate against the name that it finds here.
      return Object.assign(socket, { host: host[0] });
    },
    destroyAll() {
      for (const socket of opened) socket.on("error", () => undefined).destroy();
      opened.clear();
    },
  };
}
