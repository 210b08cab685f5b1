"use client";

import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
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
  const { entryCount, pendingCount, anchoredAt, checkedAt } = verdict;
  return (
    <div className={classes.line} data-tone="green">
      <IconShieldCheck size={18} stroke={1.8} aria-hidden="true" />
      <p>
        <strong>{countOf(entryCount)} verified</strong>
        <span>
          Nothing is changed or missing. Checked <RelativeTime date={checkedAt} />, anchored{" "}
          <RelativeTime date={anchoredAt} never="not yet" />
          {pendingCount > 0 && <>, {countOf(pendingCount)} of just now to come</>}.
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
          {problemCount === 1
            ? t("1 problem")
            : t("{value} problems", { value: problemCount.toLocaleString("en") })}{" "}
          found, checked <RelativeTime date={checkedAt} />.
        </span>
        <ul>
          {shown.map((problem) => (
            <li key={placeOf(problem) + problem.message}>
              {placeOf(problem)}
              {problem.message}
            </li>
          ))}
          {problemCount > shown.length && (
            <li>
              {t("and {value} more", { value: (problemCount - shown.length).toLocaleString("en") })}
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}

function placeOf({ seq, line }: AuditProblem): string {
  if (line !== undefined) return `Anchor in line ${line}: `;
  return seq === null ? "" : `Entry ${seq}: `;
}

function countOf(count: number): string {
  return count === 1 ? "1 entry" : `${count.toLocaleString("en")} entries`;
}
