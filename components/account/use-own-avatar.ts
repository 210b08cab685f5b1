import { useQuery } from "@tanstack/react-query";
import { useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";

const FRESH_MS = 5 * 60_000;

/** The signed-in person and their picture; it is served to those who may see users. */
export function useOwnAvatar() {
  const trpc = useTRPC();
  const { userId, name, permissions } = useViewer();
  const isServed = permissions.includes("users.read") && permissions.includes("account.manage");
  const { data } = useQuery(
    trpc.account.avatar.queryOptions(undefined, { enabled: isServed, staleTime: FRESH_MS }),
  );
  return { id: userId, name, avatarTag: data?.tag ?? null };
}
