import { connect, type Socket } from "node:net";
import { createSql, toDrizzle } from "#db/client.ts";
import type { SocketFactory } from "#db/sockets.ts";
import type { TestWorld } from "./context.ts";

/** Clients of the test's database whose connections can be lost, with a sign or without one. */
export function createLink({ database }: TestWorld) {
  const sockets = new Set<Socket>();
  let isCut = false;

  const openSocket: SocketFactory = ({ host, port, path }) => {
    if (isCut) return connect(1, "127.0.0.1");
    const socket = path ? connect(path) : connect(port[0] ?? 5432, host[0]);
    sockets.add(socket);
    return Object.assign(socket, { host: host[0] });
  };

  const options = {
    url: database.url,
    poolSize: 4,
    connectTimeoutSeconds: 5,
    statementTimeoutSeconds: 30,
    lockTimeoutSeconds: 10,
    idleInTransactionTimeoutSeconds: 30,
    openSocket,
  };
  const raw = createSql(options, 4);
  return {
    raw,
    db: toDrizzle(raw),
    /** Every connection ends, and none comes about any more. */
    cut(): void {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend(): void {
      isCut = false;
    },
    /** What the open connections are answered never arrives; new ones are like any. */
    freeze(): void {
      for (const socket of sockets) socket.pause();
    },
    async close(): Promise<void> {
      const ended = raw.end({ timeout: 1 });
      for (const socket of sockets) socket.destroy();
      await ended;
    },
  };
}
