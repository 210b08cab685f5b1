import { useText } from "#components/i18n/text-provider.tsx";
import { Duration } from "#components/jobs/job-columns.tsx";
import type { Percentiles } from "#server/domains/jobs/activity/schema.ts";
import classes from "./activity-panel.module.css";

interface DurationsProps {
  title: string;
  of: Percentiles;
}

/** The median, and what 95 and 99 of a hundred stay within. */
export function Durations({ title, of }: DurationsProps) {
  const t = useText();
  return (
    <div>
      <dt>{title}</dt>
      <dd className={classes.durations}>
        {of ? (
          <>
            <Duration seconds={of.p50 / 1000} />
            <span className={classes.soft}>
              {t("p95")} <Duration seconds={of.p95 / 1000} />
            </span>
            <span className={classes.soft}>
              {t("p99")} <Duration seconds={of.p99 / 1000} />
            </span>
          </>
        ) : (
          <span className={classes.soft}>–</span>
        )}
      </dd>
    </div>
  );
}
