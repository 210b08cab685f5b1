import { hostname } from "node:os";
import { eq, lt } from "drizzle-orm";
import { workerHeartbeats } from "#db/schema/workers.ts";
import type { Services } from "../context.ts";

const BEAT_MS = 5_000;
/** A worker that was heard of so lately lives. */
export const ALIVE_MS = 6 * BEAT_MS;
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** Keeps a row fresh while this worker lives; a missing beat shows on the health page. */
export async function startHeartbeat(
  services: Services,
  version: string,
  readState: () => { queues: string[]; running: number; jobIds: string[] },
): Promise<{ stop(): Promise<void> }> {
  const { db, now, log, mailer } = services;
  const id = services.newId();
  const row = { id, host: hostname(), pid: process.pid, version, startedAt: now() };
  const beat = async () => {
    const leavesMailAlone = mailer.breaker() === "open";
    const state = { seenAt: now(), leavesMailAlone, ...readState() };
    await db
      .insert(workerHeartbeats)
      .values({ ...row, ...state })
      .onConflictDoUpdate({ target: workerHeartbeats.id, set: state });
  };
  await beat();
  await db
    .delete(workerHeartbeats)
    .where(lt(workerHeartbeats.seenAt, new Date(now().getTime() - FORGOTTEN_AFTER_MS)));
  let beating = Promise.resolve();
  const timer = setInterval(() => {
    beating = beat().catch((err: unknown) => log.warn({ err }, "heartbeat missed"));
  }, BEAT_MS);
  return {
    async stop() {
      clearInterval(timer);
      // A beat on its way would put the row back.
      await beating;
      await db.delete(workerHeartbeats).where(eq(workerHeartbeats.id, id));
    },
  };
}
