"use client";

import { Checkbox } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useViewer } from "#components/shell/viewer.tsx";
import { canGrant } from "#components/users/reach.ts";
import { ROLE_NAMES, ROLES, type RoleName } from "#server/platform/access/catalog.ts";
import classes from "./role-picker.module.css";

/** Takes what the form hands to an input. */
export function RolePicker(props: GetInputPropsReturnType) {
  const { "data-path": dataPath, ...input } = props as GetInputPropsReturnType & {
    "data-path"?: string;
  };
  const viewer = useViewer();
  return (
    <Checkbox.Group label="Roles" withAsterisk {...input}>
      <div className={classes.options} data-path={dataPath}>
        {ROLE_NAMES.map((role) => (
          <RoleOption key={role} role={role} isAllowed={canGrant(viewer, role)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function RoleOption({ role, isAllowed }: { role: RoleName; isAllowed: boolean }) {
  const { label, description } = ROLES[role];
  return (
    <Checkbox
      value={role}
      label={label}
      description={description}
      disabled={!isAllowed}
      classNames={{ root: classes.option, body: classes.body, labelWrapper: classes.label }}
    />
  );
}
