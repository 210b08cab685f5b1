"use client";

import { IconEyeOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Message } from "#components/feedback/message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { Attention } from "#components/overview/attention.tsx";
import { DailyPanel } from "#components/overview/daily-panel.tsx";
import { Figures } from "#components/overview/figures.tsx";
import { OverviewSkeleton } from "#components/overview/overview-skeleton.tsx";
import { RecentChanges } from "#components/overview/recent-changes.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { DailyCounts, Overview as OverviewData } from "#server/domains/overview/schema.ts";
import classes from "./overview.module.css";

export function Overview({ days }: { days: number }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.overview.get.queryOptions({ days }));
  return (
    <QueryView query={query} skeleton={<OverviewSkeleton />}>
      {(overview) => (
        <div className={classes.stack}>
          <Figures overview={overview} />
          <Attention />
          <div className={classes.columns} data-single={!overview.recentChanges || undefined}>
            <Charts overview={overview} days={days} />
            {overview.recentChanges && <RecentChanges entries={overview.recentChanges} />}
          </div>
        </div>
      )}
    </QueryView>
  );
}

function Charts({ overview, days }: { overview: OverviewData; days: number }) {
  const t = useText();
  const { signUps, signIns } = overview;
  if (!(signUps || signIns)) {
    return (
      <Message icon={<IconEyeOff size={20} />} title={t("Your role shows no figures here")}>
        {t("Somebody who may edit roles can open more of them to you.")}
      </Message>
    );
  }
  return (
    <div className={classes.stack}>
      {signUps && <SignUps counts={signUps} days={days} />}
      {signIns && <SignIns counts={signIns} days={days} />}
    </div>
  );
}

function SignUps({ counts, days }: { counts: DailyCounts; days: number }) {
  const t = useText();
  const format = useFormat();
  const count = format.number(counts.total);
  return (
    <DailyPanel
      title={t("New users")}
      measures={[{ name: t("New users"), tone: "accent", counts }]}
      days={days}
      label={t("New users a day over the last {days} days. In all: New users {count}", {
        days,
        count,
      })}
      nothing={t("No new users in the last {days} days", { days })}
    />
  );
}

interface SignInsProps {
  counts: NonNullable<OverviewData["signIns"]>;
  days: number;
}

function SignIns({ counts: { succeeded, failed }, days }: SignInsProps) {
  const t = useText();
  const format = useFormat();
  return (
    <DailyPanel
      title={t("Sign-ins")}
      measures={[
        { name: t("figure|Signed in"), tone: "accent", counts: succeeded },
        { name: t("figure|Failed"), tone: "red", counts: failed },
      ]}
      days={days}
      label={t(
        "Sign-ins a day over the last {days} days. In all: Signed in {succeeded}, Failed {failed}",
        { days, succeeded: format.number(succeeded.total), failed: format.number(failed.total) },
      )}
      nothing={t("No sign-ins in the last {days} days", { days })}
    />
  );
}
