import { createSql, type DatabaseOptions, type Drizzle, toDrizzle } from "./client.ts";
import { createProbeClient, type ProbeClient } from "./probe-client.ts";
import { createSockets } from "./sockets.ts";

export interface ReplicaPool {
  db: Drizzle;
  /** For a replica that does not answer: whatever runs on it, or waits for it, fails now. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/** Connections to a read replica, with the timeouts of the primary. Nothing connects until the first query. */
export function createReplicaPool(options: DatabaseOptions): ReplicaPool {
  const sockets = createSockets();
  const sql = createSql(
    { ...options, isReadOnly: true, openSocket: sockets.open },
    options.poolSize,
  );
  return {
    db: toDrizzle(sql),
    async discard() {
      await sql.end({ timeout: 0 });
      sockets.destroyAll();
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

export function createReplicaProbe(options: DatabaseOptions): ProbeClient {
  return createProbeClient((openSocket) =>
    createSql({ ...options, isReadOnly: true, openSocket }, 1),
  );
}
