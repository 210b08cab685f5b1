import { jobQueues } from "#db/schema/jobs.ts";
import type { Services } from "../context.ts";

export interface QueueControl {
  isPaused: boolean;
  /** In place of the definition's. */
  concurrency: number | null;
}

/** Workers look this often: a pause holds everywhere within two seconds, even without notifications. */
const POLL_MS = 1_000;

/** Follows what operators set; `onChange` gets all of it at first and then each second. */
export function followControls(
  { db, log }: Pick<Services, "db" | "log">,
  onChange: (controls: ReadonlyMap<string, QueueControl>) => void,
): { first: Promise<void>; stop(): void } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function read(): Promise<void> {
    const rows = await db.select().from(jobQueues);
    if (isStopped) return;
    onChange(
      new Map(
        rows.map((row) => [
          row.name,
          { isPaused: row.pausedAt !== null, concurrency: row.concurrency },
        ]),
      ),
    );
  }

  function again(): void {
    timer = setTimeout(() => {
      void read()
        .catch((err: unknown) => log.warn({ err }, "queue controls not read"))
        .finally(() => isStopped || again());
    }, POLL_MS);
  }

  const first = read().then(again);
  return {
    first,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
