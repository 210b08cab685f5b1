"use client";

import { Checkbox, Input } from "@mantine/core";
import { useId } from "react";
import { Panel } from "#components/display/panel.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { GrantConditions } from "#components/roles/grant-conditions.tsx";
import { groupByResource, type ResourceGroup } from "#components/roles/resources.ts";
import type { RoleFormFields } from "#components/roles/role-form.ts";
import { useOwnGrants } from "#components/roles/use-own-grants.ts";
import { describeConditions } from "#server/domains/roles/schema.ts";
import { PERMISSION_NAMES, PERMISSIONS, type Permission } from "#server/platform/access/catalog.ts";
import type { Conditions } from "#server/platform/access/schema.ts";
import classes from "./permission-grid.module.css";

const GROUPS = groupByResource(PERMISSION_NAMES);

/** Every permission by what it is about, with the conditions of those that the role grants. */
export function PermissionGrid({ fields }: { fields: RoleFormFields }) {
  const t = useText();
  const own = useOwnGrants();
  const input = fields.getInputProps("grants") as { error?: string; "data-path"?: string };
  const chosen = new Set(fields.values.grants.map(({ permission }) => permission));
  return (
    <Panel
      title={t("Permissions")}
      description={t(
        "{count} of {total} chosen. Alternatives of a permission add up; conditions of one must all hold.",
        { count: chosen.size, total: PERMISSION_NAMES.length },
      )}
      isFlush
    >
      <div data-path={input["data-path"]}>
        {input.error && (
          <Input.Error className={classes.error} role="alert">
            {t.known(input.error)}
          </Input.Error>
        )}
        {GROUPS.map((group) => (
          <Group key={group.resource} group={group} fields={fields} own={own} />
        ))}
      </div>
    </Panel>
  );
}

interface GroupProps {
  group: ResourceGroup;
  fields: RoleFormFields;
  own: (permission: Permission) => Conditions | null;
}

function Group({ group, fields, own }: GroupProps) {
  const t = useText();
  const headingId = useId();
  return (
    <fieldset aria-labelledby={headingId} className={classes.group}>
      <h3 id={headingId}>{t(group.label)}</h3>
      <div className={classes.permissions}>
        {group.permissions.map((permission) => (
          <PermissionRow
            key={permission}
            permission={permission}
            fields={fields}
            own={own(permission)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface PermissionRowProps {
  permission: Permission;
  fields: RoleFormFields;
  /** The conditions under which the viewer holds it; null when they do not. */
  own: Conditions | null;
}

function PermissionRow({ permission, fields, own }: PermissionRowProps) {
  const t = useText();
  const { grants } = fields.values;
  const indexes = grants.flatMap((grant, index) => (grant.permission === permission ? index : []));
  const others = grants.filter((grant) => grant.permission !== permission);
  const change = (isChosen: boolean) => {
    const added = { permission, conditions: own ?? {} };
    fields.setFieldValue("grants", isChosen ? [...others, added] : others);
  };
  return (
    <div className={classes.permission} data-chosen={indexes.length > 0 || undefined}>
      <div className={classes.choice}>
        <Checkbox
          label={t.known(PERMISSIONS[permission].description)}
          description={describeOwn(own, t)}
          disabled={own === null}
          checked={indexes.length > 0}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
        <code className={classes.name}>{permission}</code>
      </div>
      {indexes.length > 0 && <GrantConditions fields={fields} indexes={indexes} own={own ?? {}} />}
    </div>
  );
}

function describeOwn(own: Conditions | null, t: Text): string | undefined {
  if (own === null) return t("You may not do this yourself, so you cannot grant it");
  const limits = t.known(describeConditions(own));
  return limits ? t("You may do this yourself {limits}", { limits }) : undefined;
}
