"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Queues } from "#server/domains/jobs/schema.ts";

/** Shows what a change has answered, without another read. */
export function useShowQueues(): (queues: Queues) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (queues) => queryClient.setQueryData(trpc.jobs.queues.queryKey(), queues);
}
