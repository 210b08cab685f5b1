import Link from "next/link";
import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { JobDetail } from "#server/domains/jobs/list/schema.ts";
import classes from "./job-page.module.css";

/** The attempts that failed, the newest first. */
export function JobFailures({ failures }: { failures: JobDetail["failures"] }) {
  const t = useText();
  const format = useFormat();
  if (failures.length === 0) return null;
  return (
    <Panel title={t("Failures")}>
      <div className={classes.failures}>
        {failures.toReversed().map(({ attempt, worker, endedAt, error, errorGroupId }) => (
          <div key={attempt} className={classes.failure}>
            <span className={classes.soft}>
              {t("Attempt {number}, {instant}, on {worker}", {
                number: attempt + 1,
                instant: format.instant(endedAt),
                worker,
              })}
            </span>
            <span className={classes.message}>
              {error.name && error.name !== "Error"
                ? `${error.name}: ${error.message}`
                : error.message}
            </span>
            {errorGroupId && (
              <Link href={`/errors/${errorGroupId}`} className={classes.soft}>
                {t("Errors like this one")}
              </Link>
            )}
            {error.stack && (
              <details>
                <summary className={classes.soft}>{t("Stack")}</summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
                <pre className={classes.document} tabIndex={0}>
                  {error.stack}
                </pre>
              </details>
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}
