"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { TimeChart } from "#components/charts/time-chart.tsx";
import { CopyableId } from "#components/display/copyable-id.tsx";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { ErrorActions } from "#components/errors/error-actions.tsx";
import { ErrorStatus } from "#components/errors/error-status.tsx";
import { GoneNote, isGone } from "#components/feedback/gone-note.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { Page } from "#components/shell/page.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ERROR_KINDS, type ErrorGroupDetail } from "#server/domains/errors/schema.ts";
import classes from "../jobs/job-page.module.css";

const REFRESH_MS = 5_000;

/** One group of errors, read again every few seconds. */
export function ErrorPage({ groupId }: { groupId: string }) {
  const t = useText();
  const trpc = useTRPC();
  const { data: group, error } = useSuspenseQuery(
    trpc.errors.get.queryOptions(
      { groupId },
      { refetchInterval: ({ state }) => !isGone(state.error) && REFRESH_MS },
    ),
  );
  return (
    <Page
      parents={[{ label: t("Errors"), href: "/errors" }]}
      title={group.name}
      heading={
        <span className={classes.title}>
          {group.name}
          <ErrorStatus status={group.status} />
        </span>
      }
      description={group.message}
      actions={!isGone(error) && <ErrorActions group={group} />}
    >
      <GoneNote error={error} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Occurrences group={group} />
          <Samples samples={group.samples} />
        </div>
        <About group={group} />
      </div>
    </Page>
  );
}

function Occurrences({ group: { hours } }: { group: ErrorGroupDetail }) {
  const t = useText();
  const format = useFormat();
  const name = t("Occurrences");
  const total = hours.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title={t("The last seven days")}>
      <TimeChart
        isRare
        label={t("{count} times in seven days", { count: format.number(total) })}
        series={[{ name, color: "red.4" }]}
        rows={hours.map(({ at, count }) => ({ time: format.dayAndTime(at), [name]: count }))}
      />
    </Panel>
  );
}

function Samples({ samples }: Pick<ErrorGroupDetail, "samples">) {
  const t = useText();
  const format = useFormat();
  return (
    <Panel title={t("The newest of them")}>
      <div className={classes.failures}>
        {samples.map(({ id, at, message, stack, requestId, jobId, actorName }) => (
          <div key={id} className={classes.failure}>
            <span className={classes.soft}>
              {format.instant(at)}
              {actorName && ` · ${actorName}`}
            </span>
            <span className={classes.message}>{message}</span>
            {requestId && (
              <span className={classes.soft}>
                {t("Request")} <CopyableId value={requestId} label={t("Copy request id")} />
              </span>
            )}
            {jobId && (
              <Link href={`/jobs/${jobId}`} className={classes.soft}>
                {t("The job")}
              </Link>
            )}
            {stack && (
              <details>
                <summary className={classes.soft}>{t("Stack")}</summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
                <pre className={classes.document} tabIndex={0}>
                  {stack}
                </pre>
              </details>
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function About({ group }: { group: ErrorGroupDetail }) {
  const t = useText();
  const format = useFormat();
  const { settledByName, settledAt, cameBackAt } = group;
  return (
    <Panel title={t("About this error")}>
      <Facts
        facts={[
          { label: t("Kind"), value: t.known(ERROR_KINDS[group.kind]) },
          { label: t("Where"), value: <code>{group.place}</code> },
          { label: t("Occurrences"), value: format.number(group.count) },
          { label: t("First seen"), value: <RelativeTime date={group.firstSeenAt} /> },
          { label: t("Last seen"), value: <RelativeTime date={group.lastSeenAt} /> },
          ...(settledAt && settledByName
            ? [
                {
                  label: t("Last settled"),
                  value: t("By {name}, {instant}", {
                    name: settledByName,
                    instant: format.instant(settledAt),
                  }),
                },
              ]
            : []),
          ...(cameBackAt
            ? [{ label: t("Came back"), value: <RelativeTime date={cameBackAt} /> }]
            : []),
        ]}
      />
    </Panel>
  );
}
