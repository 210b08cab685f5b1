import type { Services } from "#server/platform/context.ts";
import { type Finding, fact } from "./findings.ts";

const DEADLINE_MS = 800;
const LATE_MINUTES = 15;

const PROVIDERS = { outbox: "Outbox", resend: "Resend", smtp: "SMTP" } as const;

/** Whether mail goes out: the provider as this process has met it, and what has waited for long. */
export function checkMail({ mailer, probe }: Services): Promise<Finding> {
  return probe.run(async (sql) => {
    const [row] = await sql<{ waiting: number; late: number }[]>`
      select count(*)::int as waiting,
        count(*) filter (where created_at < now() - make_interval(mins => ${LATE_MINUTES}))::int as late
      from outbox_mails where status = 'queued'`;
    const { waiting = 0, late = 0 } = row ?? {};
    const isLeftAlone = mailer.breaker() === "open";
    return {
      status: isLeftAlone || late > 0 ? "degraded" : "ok",
      detail: describeMail(mailer.driver, isLeftAlone, late),
      facts: [fact("Provider", PROVIDERS[mailer.driver]), fact("Waiting", waiting)],
    };
  }, DEADLINE_MS);
}

function describeMail(driver: string, isLeftAlone: boolean, late: number): string {
  if (isLeftAlone) return "The provider does not answer; it is left alone for half a minute.";
  if (late > 0) return `${late} mails have waited for more than 15 minutes.`;
  return driver === "outbox"
    ? "Mail stays in the outbox; no provider is set up."
    : "Mail goes out.";
}
