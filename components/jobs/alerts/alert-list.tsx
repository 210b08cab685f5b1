"use client";

import { ActionIcon, Group } from "@mantine/core";
import { IconBellOff, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Pill } from "#components/display/pill.tsx";
import { confirm } from "#components/feedback/confirm.tsx";
import { Message } from "#components/feedback/message.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { EditAlert } from "#components/jobs/alerts/edit-alert.tsx";
import { useShowAlerts } from "#components/jobs/alerts/use-show-alerts.ts";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ALERT_METRICS, type Alert, type AlertMetric } from "#server/domains/jobs/alerts/schema.ts";
import classes from "../queue-list.module.css";

const UNITS: Record<AlertMetric, string> = { depth: "", age: " s", "failure-rate": " %" };

/** What is measured is no event. */
const REFRESH_MS = 10_000;

const COLUMNS: Column<Alert>[] = [
  { key: "queue", header: "Queue", cell: (alert) => <Queue {...alert} />, phone: "title" },
  { key: "rule", header: "Threshold", cell: (alert) => <Rule {...alert} />, phone: "text" },
  { key: "state", header: "State", cell: (alert) => <State {...alert} />, phone: "tag" },
  {
    key: "recipients",
    header: "Mail to",
    cell: ({ recipients }) => <span className={classes.addresses}>{recipients.join(", ")}</span>,
    phone: "text",
  },
  { key: "actions", header: "Actions", cell: (alert) => <Actions {...alert} />, phone: "tag" },
];

/** Every alert and where it stands, read again every few seconds. */
export function AlertList() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.jobs.alerts.list.queryOptions(undefined, { refetchInterval: REFRESH_MS }),
  );
  return (
    <QueryView query={query} skeleton={<SkeletonRows count={4} />}>
      {(alerts) => (
        <div className={classes.frame}>
          {alerts.length > 0 ? (
            <DataTable
              label={t("Alerts")}
              columns={COLUMNS}
              rows={alerts}
              rowKey={({ id }) => id}
            />
          ) : (
            <Message icon={<IconBellOff size={20} />} title={t("No alert yet")}>
              {t("Make one, and a mail tells when a queue grows, grows old or fails.")}
            </Message>
          )}
        </div>
      )}
    </QueryView>
  );
}

function Queue({ queue }: Alert) {
  const t = useText();
  return queue === null ? (
    <span className={classes.description}>{t("Every queue")}</span>
  ) : (
    <code>{queue}</code>
  );
}

function Rule({ metric, threshold }: Alert) {
  const t = useText();
  const format = useFormat();
  return (
    <span className={classes.queue}>
      <span>{t("Above {number}", { number: format.number(threshold) + UNITS[metric] })}</span>
      <span className={classes.soft}>{t(ALERT_METRICS[metric])}</span>
    </span>
  );
}

function State({ metric, firingSince, value, worstQueue, checkedAt, queue }: Alert) {
  const t = useText();
  const format = useFormat();
  if (!checkedAt) return <span className={classes.soft}>{t("Not measured yet")}</span>;
  const measured = format.number(Math.round((value ?? 0) * 10) / 10) + UNITS[metric];
  return (
    <span className={classes.queue}>
      <span>
        <Pill tone={firingSince ? "red" : "green"} withDot>
          {firingSince ? t("alert|Exceeded") : t("alert|Quiet")}
        </Pill>
      </span>
      <span className={classes.soft}>
        {t("Now {number}", { number: measured })}
        {queue === null && worstQueue && firingSince && ` (${worstQueue})`}
        {firingSince && (
          <>
            {", "}
            {t.rich("began {time}", { time: <RelativeTime key="time" date={firingSince} /> })}
          </>
        )}
      </span>
    </span>
  );
}

function Actions(alert: Alert) {
  if (!useMayChange("jobs.manage")) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <EditAlert alert={alert} />
      <Delete {...alert} />
    </Group>
  );
}

function Delete({ id: alertId }: Alert) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowAlerts();
  const remove = useMutation(
    trpc.jobs.alerts.delete.mutationOptions({
      onSuccess(alerts) {
        show(alerts);
        notifyDone(t("The alert is deleted."));
      },
      onError: notifyProblem,
    }),
  );
  return (
    <ActionIcon
      aria-label={t("Delete the alert")}
      loading={remove.isPending}
      onClick={() =>
        confirm({
          title: t("Delete the alert?"),
          consequence: t("Nobody gets a mail about it any more."),
          action: t("Delete"),
          isDangerous: true,
          onConfirm: () => remove.mutate({ alertId }),
        })
      }
    >
      <IconTrash size={16} stroke={1.7} />
    </ActionIcon>
  );
}
