import type { RawSql } from "./client.ts";
import { createSockets, type SocketFactory, type Sockets } from "./sockets.ts";

/** One connection for health checks, apart from every pool. */
export interface ProbeClient {
  /**
   * Runs `work` and gives up after `deadlineMs`: the connection is then thrown away, so that a
   * database that never answers (frozen, or behind a dead link) costs no more than one connection.
   */
  run<T>(work: (sql: RawSql) => Promise<T>, deadlineMs: number): Promise<T>;
  close(): Promise<void>;
}

export class ProbeTimeoutError extends Error {
  override readonly name = "ProbeTimeoutError";
}

interface Link {
  sql: RawSql;
  sockets: Sockets;
}

/** `connect` makes a client of one connection that opens its sockets with the factory it is given. */
export function createProbeClient(connect: (openSocket: SocketFactory) => RawSql): ProbeClient {
  let link: Link | undefined;

  function open(): Link {
    const sockets = createSockets();
    return { sql: connect(sockets.open), sockets };
  }

  async function discard(used: Link): Promise<void> {
    if (link !== used) return;
    link = undefined;
    await used.sql.end({ timeout: 0 });
    used.sockets.destroyAll();
  }

  return {
    async run(work, deadlineMs) {
      link ??= open();
      const used = link;
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new ProbeTimeoutError(`The database gave no answer within ${deadlineMs} ms`));
          discard(used).catch(() => undefined);
        }, deadlineMs);
      });
      const result = work(used.sql);
      result.catch(() => undefined);
      try {
        return await Promise.race([result, deadline]);
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await link?.sql.end({ timeout: 1 });
      link?.sockets.destroyAll();
    },
  };
}
