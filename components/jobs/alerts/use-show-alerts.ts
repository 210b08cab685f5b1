"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Alert } from "#server/domains/jobs/alerts/schema.ts";

/** Shows what a change has answered, without another read. */
export function useShowAlerts(): (alerts: Alert[]) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (alerts) => {
    queryClient.setQueryData(trpc.jobs.alerts.list.queryKey(), alerts);
  };
}
