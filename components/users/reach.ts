import { useViewer } from "#components/shell/viewer.tsx";
import { useRoles } from "#components/users/use-roles.ts";

/** Whether to offer actions on somebody: on those who may do less, and for owners on everybody. */
export function useReaches(target: { roles: readonly string[] }): boolean {
  const isOwner = useViewer().roles.includes("owner");
  const roles = useRoles();
  const isBelow = (key: string) => roles.find((role) => role.key === key)?.isBelow;
  return isOwner || target.roles.every((key) => isBelow(key) ?? roles.length > 0);
}
