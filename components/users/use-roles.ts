import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { RoleOption } from "#server/domains/roles/schema.ts";

const NONE: RoleOption[] = [];

/** Every role that users can have; empty until it is known. */
export function useRoles(): RoleOption[] {
  const trpc = useTRPC();
  return useQuery(trpc.roles.options.queryOptions()).data ?? NONE;
}
