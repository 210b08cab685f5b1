"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryView } from "#components/feedback/query-view.tsx";
import { Figures } from "#components/overview/figures.tsx";
import { OverviewSkeleton } from "#components/overview/overview-skeleton.tsx";
import { RecentChanges } from "#components/overview/recent-changes.tsx";
import { SignUps } from "#components/overview/sign-ups.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import classes from "./overview.module.css";

export function Overview({ days }: { days: number }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.overview.get.queryOptions({ days }));
  return (
    <QueryView query={query} skeleton={<OverviewSkeleton />}>
      {(overview) => (
        <div className={classes.stack}>
          <Figures overview={overview} />
          <div className={classes.columns} data-single={!overview.recentChanges || undefined}>
            <SignUps overview={overview} days={days} />
            {overview.recentChanges && <RecentChanges entries={overview.recentChanges} />}
          </div>
        </div>
      )}
    </QueryView>
  );
}
