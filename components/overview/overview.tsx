"use client";

import { IconEyeOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Message } from "#components/feedback/message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { Attention } from "#components/overview/attention.tsx";
import { DailyPanel } from "#components/overview/daily-panel.tsx";
import { Figures } from "#components/overview/figures.tsx";
import { OverviewSkeleton } from "#components/overview/overview-skeleton.tsx";
import { RecentChanges } from "#components/overview/recent-changes.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Overview as OverviewData } from "#server/domains/overview/schema.ts";
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
  const { signUps, signIns } = overview;
  if (!(signUps || signIns)) {
    return (
      <Message icon={<IconEyeOff size={20} />} title="Your role shows no figures here">
        Somebody who may edit roles can open more of them to you.
      </Message>
    );
  }
  return (
    <div className={classes.stack}>
      {signUps && (
        <DailyPanel
          title="New users"
          measures={[{ name: "New users", tone: "accent", counts: signUps }]}
          days={days}
          nothing={`No new users in the last ${days} days`}
        />
      )}
      {signIns && (
        <DailyPanel
          title="Sign-ins"
          measures={[
            { name: "Signed in", tone: "accent", counts: signIns.succeeded },
            { name: "Failed", tone: "red", counts: signIns.failed },
          ]}
          days={days}
          nothing={`No sign-ins in the last ${days} days`}
        />
      )}
    </div>
  );
}
