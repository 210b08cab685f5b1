import { useQuery } from "@tanstack/react-query";
import { useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import type { Conditions } from "#server/platform/access/schema.ts";

/**
 * The narrowest words for what the viewer may grant: null for a permission that they lack, otherwise
 * the conditions under which they hold it themselves. The procedure decides.
 */
export function useOwnGrants(): (permission: Permission) => Conditions | null {
  const trpc = useTRPC();
  const { userId, permissions } = useViewer();
  const { data } = useQuery(trpc.roles.effective.queryOptions({ userId }, { retry: false }));
  return (permission) => {
    if (!data) return permissions.includes(permission) ? {} : null;
    return data.find((held) => held.permission === permission)?.grants[0]?.conditions ?? null;
  };
}
