"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "#components/trpc/trpc.ts";

/** Reads again all that a change to a user shows in: the user, their rights and history, the lists. */
export function useRefreshUser(userId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.users.get.queryFilter({ userId })),
      queryClient.invalidateQueries(trpc.roles.effective.queryFilter({ userId })),
      queryClient.invalidateQueries(trpc.roles.holders.pathFilter()),
      queryClient.invalidateQueries(trpc.users.sessions.queryFilter({ userId })),
      queryClient.invalidateQueries(trpc.users.history.pathFilter()),
      queryClient.invalidateQueries(trpc.users.activity.pathFilter()),
      queryClient.invalidateQueries(trpc.users.list.pathFilter()),
    ]);
  }, [queryClient, trpc, userId]);
}
