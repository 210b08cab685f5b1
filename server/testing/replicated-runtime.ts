import { sql } from "drizzle-orm";
import { pino } from "pino";
import type { Drizzle } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { loadConfig } from "#server/config.ts";
import { newId } from "#server/platform/ids.ts";
import { createRuntime, type Runtime } from "#server/runtime.ts";

export interface ReplicatedRuntimeOptions {
  maxLag: string;
  primaryUrl: string;
  replicaUrls: readonly string[];
}

/** A process as configured by its environment, which looks after its replicas. */
export function startReplicatedRuntime(options: ReplicatedRuntimeOptions): Runtime {
  const { config } = loadConfig({
    env: {
      AUTH_SECRET: "test-secret-test-secret-test-secret!",
      DATABASE_URL: options.primaryUrl,
      DATABASE_REPLICA_URLS: options.replicaUrls.join(","),
      DATABASE_REPLICA_MAX_LAG: options.maxLag,
    },
  });
  const runtime = createRuntime({
    config,
    databaseUrl: options.primaryUrl,
    publicUrl: "http://localhost",
    log: pino({ level: "silent" }),
  });
  runtime.services.replicas.watch();
  return runtime;
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen within 15 s");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Whether each replica is used. */
export const usable = ({ services }: Runtime) =>
  services.replicas.describe().map(({ isUsable }) => isUsable);

export const untilUsed = (runtime: Runtime) => until(() => usable(runtime).every(Boolean));

/** Why each replica is not used. */
export const faults = ({ services }: Runtime) =>
  services.replicas.describe().map(({ fault }) => fault);

const portOf = async (db: Drizzle) =>
  (await db.execute<{ port: number }>(sql`select inet_server_port() as port`))[0]?.port;

/** The port of the server that answers a stale read. */
export const answeredBy = ({ services }: Runtime) => services.replicas.readStale(portOf);

export function addUser({ services }: Runtime) {
  const id = newId();
  const now = services.now();
  return services.db.insert(users).values({
    id,
    createdAt: now,
    updatedAt: now,
    email: `${id}@example.com`,
    name: "Ada",
    roles: ["viewer"],
    status: "active",
  });
}
