"use client";

import { useQuery } from "@tanstack/react-query";
import { roleLabel } from "#components/access/role-label.ts";
import { Pill } from "#components/display/pill.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { groupByResource } from "#components/roles/resources.ts";
import { useHolders } from "#components/roles/use-holders.ts";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Role } from "#server/domains/roles/schema.ts";
import { PERMISSION_NAMES } from "#server/platform/access/catalog.ts";
import classes from "./role-list.module.css";

const COLUMNS: Column<Role>[] = [
  {
    key: "role",
    header: "Role",
    cell: (role) => <Name role={role} />,
    phone: "title",
  },
  {
    key: "allows",
    header: "Allows",
    cell: (role) => <Reach role={role} />,
    phone: "text",
  },
  {
    key: "kind",
    header: "Kind",
    cell: ({ isSystem }) => <Kind isSystem={isSystem} />,
    width: "110px",
    phone: "tag",
  },
  {
    key: "holders",
    header: "Held by",
    cell: ({ key }) => <Holders roleKey={key} />,
    width: "120px",
    phone: "tag",
  },
  {
    key: "updatedAt",
    header: "Changed",
    cell: ({ updatedAt }) => <Changed at={updatedAt} />,
    width: "140px",
    phone: "hidden",
  },
];

export function RoleList() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.roles.list.queryOptions());
  return (
    <div className={classes.frame}>
      <QueryView query={query} skeleton={<SkeletonRows count={5} />}>
        {(roles) => (
          <DataTable label={t("Roles")} columns={COLUMNS} rows={roles} rowKey={({ key }) => key} />
        )}
      </QueryView>
    </div>
  );
}

function Name({ role }: { role: Role }) {
  const t = useText();
  const { key, description, isSystem } = role;
  return (
    <RowLink href={`/roles/${key}`}>
      <span className={classes.role}>
        <span className={classes.label}>{roleLabel(t, role)}</span>
        <span className={classes.description}>{isSystem ? t.known(description) : description}</span>
      </span>
    </RowLink>
  );
}

function Kind({ isSystem }: { isSystem: boolean }) {
  const t = useText();
  return <Pill tone={isSystem ? "neutral" : "accent"}>{isSystem ? t("System") : t("Custom")}</Pill>;
}

function Changed({ at }: { at: Date | null }) {
  const t = useText();
  return <RelativeTime date={at} never={t("Built in")} />;
}

/** What a role is about at a glance; the editor says it word by word. */
function Reach({ role: { grants } }: { role: Role }) {
  const t = useText();
  const permissions = [...new Set(grants.map(({ permission }) => permission))];
  const isWhole = permissions.length === PERMISSION_NAMES.length;
  const hasConditions = grants.some(({ conditions }) => Object.keys(conditions).length > 0);
  const about = groupByResource(permissions).map(({ label }) => t(label));
  return (
    <span className={classes.reach}>
      <span>
        {isWhole
          ? t("Everything")
          : t("{count} of {total} permissions", {
              count: permissions.length,
              total: PERMISSION_NAMES.length,
            })}
        {hasConditions && <Pill tone="amber">{t("With conditions")}</Pill>}
      </span>
      {!isWhole && <span className={classes.description}>{about.join(", ")}</span>}
    </span>
  );
}

function Holders({ roleKey }: { roleKey: string }) {
  const t = useText();
  const holders = useHolders(roleKey);
  if (holders === undefined) return null;
  if (holders === 0) return <span className={classes.nobody}>{t("Nobody")}</span>;
  return <span>{t("{count, plural, one {# user} other {# users}}", { count: holders })}</span>;
}
