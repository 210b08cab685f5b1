"use client";

import type { UseFormReturnType } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { notifyDone } from "#components/feedback/notify.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { describeConditions, Role, RoleFields } from "#server/domains/roles/schema.ts";
import { PERMISSIONS } from "#server/platform/access/catalog.ts";

export type RoleFormFields = UseFormReturnType<RoleFields>;

const NOTHING: RoleFields = { key: "", label: "", description: "", grants: [] };

/** The form of a role that exists, or of one to be made. */
export function useRoleForm(role: Role | null) {
  const t = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const refresh = useRefreshRoles();
  const create = useMutation(trpc.roles.create.mutationOptions());
  const update = useMutation(trpc.roles.update.mutationOptions());
  // Of the role that the form edits, whatever is read while somebody types.
  const [version, setVersion] = useState(role?.version ?? 0);
  return useSchemaForm<RoleFields, Role>({
    // Conditions may be left out of a request, and never are in the form.
    schema: RoleFields as z.ZodType<unknown, RoleFields>,
    initialValues: role ? fieldsOf(role) : NOTHING,
    follows: role ? { mark: role.version ?? 0, take: () => take(role) } : undefined,
    save: (values) =>
      role ? update.mutateAsync({ ...values, version }) : create.mutateAsync(values),
    onSaved: async (saved) => {
      setVersion(saved.version ?? 0);
      notifyDone(
        role ? t("Changes saved.") : t("The role {label} is made.", { label: saved.label }),
      );
      queryClient.setQueryData(trpc.roles.get.queryKey({ key: saved.key }), saved);
      if (!role) router.push(`/roles/${saved.key}`);
      await refresh();
    },
    conflict: {
      labels: {
        label: t("Label"),
        description: t("Description"),
        grants: t("Permissions"),
      },
      say: (value, field) => (field === "grants" ? describeGrants(value, t) : String(value)),
      adopt: (current) => take(Role.parse(current)),
    },
  });

  function take(newest: Role): RoleFields {
    setVersion(newest.version ?? 0);
    return fieldsOf(newest);
  }
}

function describeGrants(grants: unknown, t: Text): string {
  return Role.shape.grants
    .parse(grants)
    .map(({ permission, conditions }) => {
      const limits = t.known(describeConditions(conditions));
      const description = t.known(PERMISSIONS[permission].description);
      return limits ? `${description} (${limits})` : description;
    })
    .sort()
    .join("; ");
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
