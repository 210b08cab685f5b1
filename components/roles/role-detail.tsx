"use client";

import { Alert } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { roleLabel } from "#components/access/role-label.ts";
import { Panel } from "#components/display/panel.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { DeleteRole } from "#components/roles/delete-role.tsx";
import { GrantList } from "#components/roles/grant-list.tsx";
import { RoleEditor } from "#components/roles/role-editor.tsx";
import { useOwnGrants } from "#components/roles/use-own-grants.ts";
import { Page } from "#components/shell/page.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Role } from "#server/domains/roles/schema.ts";

export function RoleDetail({ roleKey: key }: { roleKey: string }) {
  const t = useText();
  const trpc = useTRPC();
  const { data: role } = useSuspenseQuery(trpc.roles.get.queryOptions({ key }));
  const lock = useLock(role);
  return (
    <Page
      parents={[{ label: t("Roles"), href: "/roles" }]}
      title={roleLabel(t, role)}
      description={role.isSystem ? t.known(role.description) : role.description}
      actions={lock === null && <DeleteRole role={role} />}
    >
      {lock === null ? (
        <RoleEditor key={role.key} role={role} />
      ) : (
        <>
          <Alert mb="md" color="gray" icon={<IconLock size={18} />}>
            {t(lock)}
          </Alert>
          <Panel title={t("Permissions")}>
            <GrantList grants={role.grants} />
          </Panel>
        </>
      )}
    </Page>
  );
}

/** Why the viewer cannot change the role; null when they can. */
function useLock({ isSystem, grants }: Role): PlainMessage | null {
  const canUpdate = useCan("roles.update");
  const own = useOwnGrants();
  if (isSystem) return "A system role: it is always there and never changes.";
  if (!canUpdate) return "You may see roles, and not change them.";
  const isBeyond = grants.some(({ permission }) => own(permission) === null);
  return isBeyond ? "It allows more than you may do, so you cannot change it." : null;
}
