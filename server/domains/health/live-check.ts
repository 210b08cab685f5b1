import type { Services } from "#server/platform/context.ts";
import { type Finding, fact } from "./findings.ts";

const DEADLINE_MS = 800;
const LATE_SECONDS = 30;

/** Whether what happens reaches those who follow it: streams of this process, and what is yet to be told. */
export function checkLive({ events, probe }: Services): Promise<Finding> {
  return probe.run(async (sql) => {
    const [row] = await sql<{ waiting: number; late: number }[]>`
      select count(*)::int as waiting,
        count(*) filter (where ${LATE_SECONDS} < extract(epoch from now() - entry.at))::int as late
      from event_pending join audit_entries entry on entry.id = event_pending.entry_id`;
    const { waiting = 0, late = 0 } = row ?? {};
    const { open, told } = events.streams.describe();
    const { isListening, bridged } = events.describe();
    return {
      status: late > 0 ? "degraded" : "ok",
      detail: describeLive(isListening, late),
      facts: [
        fact("Open streams", open),
        fact("Events told", told),
        fact("Waiting", waiting),
        fact("Found by the poll", bridged),
      ],
    };
  }, DEADLINE_MS);
}

function describeLive(isListening: boolean, late: number): string {
  if (late > 0) return `${late} events have waited for more than 30 seconds.`;
  return isListening
    ? "What happens is told as it happens."
    : "No notifications arrive; what happens is found once a second.";
}
