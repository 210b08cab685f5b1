"use client";

import { Textarea, TextInput } from "@mantine/core";
import { Panel } from "#components/display/panel.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { PermissionGrid } from "#components/roles/permission-grid.tsx";
import { type RoleFormFields, useRoleForm } from "#components/roles/role-form.ts";
import type { Role } from "#server/domains/roles/schema.ts";
import classes from "./role-editor.module.css";

/** Changes a role, or makes one; what is typed is checked by the procedure's own schema. */
export function RoleEditor({ role = null }: { role?: Role | null }) {
  const t = useText();
  const form = useRoleForm(role);
  return (
    <SchemaForm form={form} label={role ? t("Edit {label}", { label: role.label }) : t("New role")}>
      <Panel title={t("Role")}>
        <div className={classes.names}>
          <LabelInput fields={form.fields} isNew={!role} />
          <TextInput
            label={t("Key")}
            description={t("What the API calls it; it stays as it is")}
            withAsterisk={!role}
            readOnly={Boolean(role)}
            variant={role ? "filled" : undefined}
            {...form.fields.getInputProps("key")}
          />
          <Textarea
            label={t("Description")}
            withAsterisk
            autosize
            minRows={2}
            className={classes.wide}
            {...form.fields.getInputProps("description")}
          />
        </div>
      </Panel>
      <PermissionGrid fields={form.fields} />
      <FormActions submit={role ? t("Save changes") : t("Create role")} isSaving={form.isSaving} />
    </SchemaForm>
  );
}

/** The key of a new role follows its label until somebody types another one. */
function LabelInput({ fields, isNew }: { fields: RoleFormFields; isNew: boolean }) {
  const t = useText();
  const props = fields.getInputProps("label");
  return (
    <TextInput
      label={t("Label")}
      description={t("What people see")}
      withAsterisk
      data-autofocus={isNew || undefined}
      {...props}
      onChange={({ currentTarget: { value } }) => {
        const { key, label } = fields.getValues();
        if (isNew && key === keyOf(label)) fields.setFieldValue("key", keyOf(value));
        fields.setFieldValue("label", value);
      }}
    />
  );
}

function keyOf(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+/, "")
    .slice(0, 40)
    .replace(/-$/, "");
}
