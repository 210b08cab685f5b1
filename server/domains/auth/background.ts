import type { Context } from "#server/platform/context.ts";

const running = new Set<Promise<void>>();

/** Work that goes on after the answer, so that the answer's time does not tell whether there was any. */
export function runInBackground(ctx: Context, work: () => Promise<void>): void {
  const task = work()
    .catch((error: unknown) => ctx.log.error({ err: error }, "background work failed"))
    .finally(() => running.delete(task));
  running.add(task);
}

/** Waits for the work begun so far: at shutdown, before the pool closes, and in tests. */
export async function settleBackgroundWork(): Promise<void> {
  await Promise.all(running);
}
