import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc/trpc.ts";

/** How many of those whom the viewer may see hold a role; undefined until it is known. */
export function useHolders(roleKey: string): number | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.roles.holders.queryOptions());
  return data && (data.find(({ key }) => key === roleKey)?.count ?? 0);
}
