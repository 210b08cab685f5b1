"use client";

import { Checkbox } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { roleLabel } from "#components/access/role-label.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useRoles } from "#components/users/use-roles.ts";
import type { RoleOption as Role } from "#server/domains/roles/schema.ts";
import { isRoleName } from "#server/platform/access/catalog.ts";
import classes from "./role-picker.module.css";

/** Takes what the form hands to an input. */
export function RolePicker(props: GetInputPropsReturnType) {
  const t = useText();
  const { "data-path": dataPath, ...input } = props as GetInputPropsReturnType & {
    "data-path"?: string;
  };
  return (
    <Checkbox.Group label={t("Roles")} withAsterisk {...input}>
      <div className={classes.options} data-path={dataPath}>
        {useRoles().map((role) => (
          <RoleOption key={role.key} role={role} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function RoleOption({ role }: { role: Role }) {
  const t = useText();
  const { key, description, isGrantable } = role;
  return (
    <Checkbox
      value={key}
      label={roleLabel(t, role)}
      description={isRoleName(key) ? t.known(description) : description}
      disabled={!isGrantable}
      classNames={{ root: classes.option, body: classes.body, labelWrapper: classes.label }}
    />
  );
}
