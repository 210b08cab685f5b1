import { connect, type Socket } from "node:net";
import { createSql, toDrizzle } from "#db/client.ts";
import type { SocketFactory } from "#db/sockets.ts";
import type { TestWorld } from "./context.ts";

/** Clients of the test's database whose connections can be lost, with a sign or without one. */
export function createLink({ database }: TestWorld) {
  let isCut = false;

  function createClient() {
    const sockets = new Set<Socket>();
    const openSocket: SocketFactory = ({ host, port, path }) => {
      if (isCut) return connect(1, "127.0.0.1");
      const socket = path ? connect(path) : connect(port[0] ?? 5432, host[0]);
      sockets.add(socket);
      return Object.assign(socket, { host: host[0] });
    };
    const sql = createSql({ ...OPTIONS, url: database.url, openSocket }, 4);
    return { sql, sockets, drop: () => sockets.forEach((socket) => void socket.destroy()) };
  }

  const [pooled, listening] = [createClient(), createClient()];
  const dropAll = () => {
    pooled.drop();
    listening.drop();
  };
  return {
    db: toDrizzle(pooled.sql),
    listener: { sql: listening.sql, reconnect: listening.drop },
    /** Every connection ends, and none comes about any more. */
    cut(): void {
      isCut = true;
      dropAll();
    },
    mend(): void {
      isCut = false;
    },
    /** What the open connections are answered never arrives; new ones are like any. */
    freeze(): void {
      for (const socket of [...pooled.sockets, ...listening.sockets]) socket.pause();
    },
    async close(): Promise<void> {
      const ended = [pooled, listening].map(({ sql }) => sql.end({ timeout: 1 }));
      dropAll();
      await Promise.all(ended);
    },
  };
}

const OPTIONS = {
  poolSize: 4,
  connectTimeoutSeconds: 5,
  statementTimeoutSeconds: 30,
  lockTimeoutSeconds: 10,
  idleInTransactionTimeoutSeconds: 30,
};
