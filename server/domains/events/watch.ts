import { changesRights } from "./policy.ts";
import type { Listener } from "./telling.ts";

/** How long a receiver is taken at its word before it has to come back and be looked at anew. */
const LONGEST_MS = 4 * 60_000;
/** So long what came before a change of rights may still be told: who keeps up learns of the change itself. */
const GRACE_MS = 1_000;

export type Watch = ReturnType<typeof createWatch>;

/**
 * Whether a receiver has to come back, by a cursor of its own: it sees a change of their rights however
 * far what they are told lags behind.
 */
export function createWatch(ctx: Listener, signal: AbortSignal) {
  const { actor, events: bus } = ctx;
  const timeline = bus.timeline();
  let watched = Math.min(ctx.rightsAsOf ?? bus.head(), bus.head());
  let changedAt = Number.POSITIVE_INFINITY;
  let endsAt = performance.now() + LONGEST_MS;

  async function lookAhead(): Promise<void> {
    while (watched < bus.head() && changedAt === Number.POSITIVE_INFINITY) {
      const batch = await bus.readAfter(watched);
      const change = batch.find((event) => changesRights(actor, event));
      watched = batch.at(-1)?.position ?? bus.head();
      if (!change) continue;
      changedAt = change.position;
      endsAt = Math.min(endsAt, performance.now() + GRACE_MS);
    }
  }

  return {
    /** For who has been told all up to the position. */
    async isOver(position: number): Promise<boolean> {
      await lookAhead();
      const isElsewhere = bus.isStopped() || bus.timeline() !== timeline;
      return signal.aborted || isElsewhere || position >= changedAt || performance.now() >= endsAt;
    },
  };
}
