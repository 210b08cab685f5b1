"use client";

import { useQuery } from "@tanstack/react-query";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { HealthCheckPanel } from "#components/health/health-check-panel.tsx";
import { HealthSkeleton } from "#components/health/health-skeleton.tsx";
import { HealthSummary } from "#components/health/health-summary.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import classes from "./health-report.module.css";

const REFRESH_MS = 10_000;

export function HealthReport() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.health.get.queryOptions(undefined, { refetchInterval: REFRESH_MS }));
  return (
    <QueryView query={query} skeleton={<HealthSkeleton />}>
      {(health) => (
        <div className={classes.stack}>
          <HealthSummary health={health} isUnreachable={query.isError} />
          <div className={classes.grid}>
            {health.checks.map((check) => (
              <HealthCheckPanel key={check.name} check={check} />
            ))}
          </div>
          <Panel title={t("Versions")}>
            <div className={classes.versions}>
              <Facts
                facts={health.versions.map(({ name, version }) => ({
                  label: name,
                  value: <code className={classes.version}>{t.known(version)}</code>,
                }))}
              />
            </div>
          </Panel>
        </div>
      )}
    </QueryView>
  );
}
