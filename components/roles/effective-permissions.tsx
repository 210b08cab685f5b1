"use client";

import { useQuery } from "@tanstack/react-query";
import { Panel } from "#components/display/panel.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { TextLink } from "#components/link/link.tsx";
import { GrantList } from "#components/roles/grant-list.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { EffectivePermission } from "#server/domains/roles/schema.ts";

/** What a user may do, and through which of their roles. */
export function EffectivePermissions({ userId }: { userId: string }) {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.roles.effective.queryOptions({ userId }));
  return (
    <Panel
      title={t("Effective permissions")}
      description={query.data && describeSource(query.data, t)}
      actions={
        <TextLink href={`/access?user=${userId}`} size="sm">
          {t("Explain access")}
        </TextLink>
      }
    >
      <QueryView query={query} skeleton={<SkeletonRows count={4} />}>
        {(permissions) => <GrantList grants={grantsOf(permissions)} />}
      </QueryView>
    </Panel>
  );
}

function describeSource(permissions: EffectivePermission[], t: Text): string {
  const [role, ...others] = listRoleLabels(permissions);
  if (!role) return t("Their roles allow nothing.");
  return others.length > 0
    ? t("What their roles allow together.")
    : t("All through the role {role}.", { role: t.known(role) });
}

/** With the roles that they come from, where there are several. */
function grantsOf(permissions: EffectivePermission[]) {
  const grants = permissions.flatMap((permission) => permission.grants);
  const hasOneRole = listRoleLabels(permissions).length === 1;
  return hasOneRole ? grants.map((grant) => ({ ...grant, roleLabel: undefined })) : grants;
}

function listRoleLabels(permissions: EffectivePermission[]): string[] {
  const grants = permissions.flatMap((permission) => permission.grants);
  return [...new Set(grants.map(({ roleLabel }) => roleLabel))];
}
