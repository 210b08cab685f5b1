"use client";

import type { UseFormReturnType } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { z } from "zod";
import { notifyDone } from "#components/feedback/notify.ts";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { type Role, RoleFields } from "#server/domains/roles/schema.ts";

export type RoleFormFields = UseFormReturnType<RoleFields>;

const NOTHING: RoleFields = { key: "", label: "", description: "", grants: [] };

/** The form of a role that exists, or of one to be made. */
export function useRoleForm(role: Role | null) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const refresh = useRefreshRoles();
  const create = useMutation(trpc.roles.create.mutationOptions());
  const update = useMutation(trpc.roles.update.mutationOptions());
  return useSchemaForm<RoleFields, Role>({
    // Conditions may be left out of a request, and never are in the form.
    schema: RoleFields as z.ZodType<unknown, RoleFields>,
    initialValues: role ? fieldsOf(role) : NOTHING,
    save: (values) =>
      role
        ? update.mutateAsync({ ...values, version: role.version ?? 0 })
        : create.mutateAsync(values),
    onSaved: async (saved) => {
      notifyDone(role ? "Changes saved." : `The role ${saved.label} is made.`);
      queryClient.setQueryData(trpc.roles.get.queryKey({ key: saved.key }), saved);
      if (!role) router.push(`/roles/${saved.key}`);
      await refresh();
    },
  });
}

/** Reads again what a change to a role shows in, the role itself left out. */
export function useRefreshRoles() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.roles.list.pathFilter()),
      queryClient.invalidateQueries(trpc.roles.options.pathFilter()),
      queryClient.invalidateQueries(trpc.roles.holders.pathFilter()),
      queryClient.invalidateQueries(trpc.roles.effective.pathFilter()),
    ]);
}

function fieldsOf({ key, label, description, grants }: Role): RoleFields {
  return { key, label, description, grants };
}
