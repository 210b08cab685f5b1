import type { Services } from "#server/platform/context.ts";
import { ALIVE_MS } from "#server/platform/queue/heartbeat.ts";
import { type Finding, fact } from "./findings.ts";

const DEADLINE_MS = 800;
const LATE_MINUTES = 15;
/** A few are addresses that somebody has mistyped, which are in the log and nobody's alarm. */
const MANY_FAILED = 5;
/** Older mail has been given up long ago; the index is by the day on which it was written. */
const OLDEST_DAYS = 3;

const PROVIDERS = { outbox: "Outbox", resend: "Resend", smtp: "SMTP" } as const;

/** Whether mail goes out: the provider as this process or a worker has met it, and what has waited for long. */
export function checkMail({ mailer, probe }: Services): Promise<Finding> {
  return probe.run(async (sql) => {
    const [row] = await sql<Counts[]>`
      select
        count(*) filter (where status = 'queued')::int as waiting,
        count(*) filter (where status = 'queued'
          and created_at < now() - make_interval(mins => ${LATE_MINUTES}))::int as late,
        count(*) filter (where status = 'failed'
          and status_at > now() - make_interval(mins => ${LATE_MINUTES}))::int as failed,
        exists (select 1 from worker_heartbeats where leaves_mail_alone
          and seen_at > now() - make_interval(secs => ${ALIVE_MS / 1000})) as "isLeftAlone"
      from outbox_mails
      where status = 'queued'
        or (status = 'failed' and created_at > now() - make_interval(days => ${OLDEST_DAYS}))`;
    const { waiting = 0, late = 0, failed = 0 } = row ?? {};
    const isLeftAlone = mailer.breaker() === "open" || row?.isLeftAlone === true;
    return {
      status: isLeftAlone || late > 0 || failed >= MANY_FAILED ? "degraded" : "ok",
      detail: describeMail(mailer.driver, { isLeftAlone, late, failed }),
      facts: [fact("Provider", PROVIDERS[mailer.driver]), fact("Waiting", waiting)],
    };
  }, DEADLINE_MS);
}

interface Counts {
  waiting: number;
  late: number;
  failed: number;
  /** By a worker, which has met the provider. */
  isLeftAlone: boolean;
}

function describeMail(
  driver: string,
  { isLeftAlone, late, failed }: Omit<Counts, "waiting">,
): string {
  if (isLeftAlone) return "The provider does not answer; it is left alone for half a minute.";
  if (failed >= MANY_FAILED) return `${failed} mails could not be sent in the last 15 minutes.`;
  if (late > 0) return `${late} mails have waited for more than 15 minutes.`;
  return driver === "outbox"
    ? "Mail stays in the outbox; no provider is set up."
    : "Mail goes out.";
}
