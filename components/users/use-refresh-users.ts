import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc/trpc.ts";

/** Reads the lists of users again. */
export function useRefreshUsers(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.users.list.queryFilter());
}
