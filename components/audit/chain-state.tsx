"use client";

import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { readProblem } from "#components/trpc/problem.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { AuditProblem, AuditVerdict } from "#server/domains/audit/schema.ts";
import classes from "./chain-state.module.css";

const MAX_SHOWN = 5;

/** Whether the log is still what was recorded; nothing for those who may read a part of it only. */
export function ChainState() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.audit.verify.queryOptions());
  if (query.isError && readProblem(query.error).code === "FORBIDDEN") return null;
  return (
    <section aria-label={t("State of the log")} className={classes.state}>
      <QueryView query={query} skeleton={<SkeletonRows count={1} heightPx={44} />}>
        {(verdict) => (verdict.isIntact ? <Intact verdict={verdict} /> : <Broken {...verdict} />)}
      </QueryView>
    </section>
  );
}

function Intact({ verdict }: { verdict: AuditVerdict }) {
  const t = useText();
  const { entryCount, pendingCount, anchoredAt, checkedAt } = verdict;
  const checked = <RelativeTime key="checked" date={checkedAt} />;
  const anchored = <RelativeTime key="anchored" date={anchoredAt} never={t("not yet")} />;
  return (
    <div className={classes.line} data-tone="green">
      <IconShieldCheck size={18} stroke={1.8} aria-hidden="true" />
      <p>
        <strong>
          {t("{count, plural, one {# entry} other {# entries}} verified", { count: entryCount })}
        </strong>
        <span>
          {pendingCount > 0
            ? t.rich(
                "Nothing is changed or missing. Checked {checked}, anchored {anchored}, {count, plural, one {# entry} other {# entries}} of just now to come.",
                { checked, anchored, count: pendingCount },
              )
            : t.rich("Nothing is changed or missing. Checked {checked}, anchored {anchored}.", {
                checked,
                anchored,
              })}
        </span>
      </p>
    </div>
  );
}

function Broken({ problems, problemCount, checkedAt }: AuditVerdict) {
  const t = useText();
  const shown = problems.slice(0, MAX_SHOWN);
  return (
    <div className={classes.line} data-tone="red" role="alert">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
      <div>
        <strong>{t("The log is not what was recorded")}</strong>
        <span>
          {t.rich("{count, plural, one {# problem} other {# problems}} found, checked {checked}.", {
            count: problemCount,
            checked: <RelativeTime key="checked" date={checkedAt} />,
          })}
        </span>
        <ul>
          {shown.map((problem) => (
            <li key={placeOf(problem, t) + problem.message}>
              {placeOf(problem, t)}
              {t.known(problem.message)}
            </li>
          ))}
          {problemCount > shown.length && (
            <li>{t("and {count, number} more", { count: problemCount - shown.length })}</li>
          )}
        </ul>
      </div>
    </div>
  );
}

function placeOf({ seq, line }: AuditProblem, t: Text): string {
  if (line !== undefined) return t("Anchor in line {line}: ", { line });
  return seq === null ? "" : t("Entry {seq}: ", { seq });
}
