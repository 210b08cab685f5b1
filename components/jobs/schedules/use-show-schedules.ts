"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Schedule } from "#server/domains/jobs/schedules/schema.ts";

/** Shows what a change has answered, without another read. */
export function useShowSchedules(): (schedules: Schedule[]) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (schedules) => {
    queryClient.setQueryData(trpc.jobs.schedules.list.queryKey(), schedules);
  };
}
