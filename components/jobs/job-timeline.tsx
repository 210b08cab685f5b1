import Link from "next/link";
import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { Duration } from "#components/jobs/job-columns.tsx";
import { JobState } from "#components/jobs/job-state.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { AttemptShown } from "#server/domains/jobs/list/schema.ts";
import classes from "./job-page.module.css";

/** The attempts that have begun, the newest first. */
export function JobTimeline({ attempts }: { attempts: AttemptShown[] }) {
  const t = useText();
  if (attempts.length === 0) return null;
  return (
    <Panel title={t("Attempts")}>
      <ol className={classes.timeline}>
        {attempts.toReversed().map((attempt) => (
          <li key={attempt.attempt} data-outcome={attempt.outcome}>
            <OneAttempt {...attempt} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function OneAttempt({ attempt, outcome, error, errorGroupId, ...run }: AttemptShown) {
  const t = useText();
  return (
    <div className={classes.attempt}>
      <span className={classes.attemptTitle}>
        {t("Attempt {number}", { number: attempt + 1 })}
        <JobState state={outcome} />
      </span>
      <Run {...run} />
      {error && <span className={classes.message}>{wordsOf(error)}</span>}
      {errorGroupId && (
        <Link href={`/errors/${errorGroupId}`} className={classes.soft}>
          {t("Errors like this one")}
        </Link>
      )}
      {error?.stack && (
        <details>
          <summary className={classes.soft}>{t("Stack")}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
          <pre className={classes.document} tabIndex={0}>
            {error.stack}
          </pre>
        </details>
      )}
    </div>
  );
}

function Run({
  startedAt,
  seconds,
  worker,
}: Pick<AttemptShown, "startedAt" | "seconds" | "worker">) {
  const format = useFormat();
  return (
    <span className={classes.run}>
      <span>{format.instant(startedAt)}</span>
      {seconds !== null && <Duration seconds={seconds} />}
      {worker && <code>{worker}</code>}
    </span>
  );
}

const wordsOf = ({ name, message }: NonNullable<AttemptShown["error"]>): string =>
  name && name !== "Error" ? `${name}: ${message}` : message;
