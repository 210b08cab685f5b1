"use client";

import { Input, MultiSelect, SegmentedControl, Select, TextInput } from "@mantine/core";
import type { Question } from "#components/access/question.ts";
import { roleLabel } from "#components/access/role-label.ts";
import { Panel } from "#components/display/panel.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import type { SchemaForm as SchemaFormState } from "#components/form/use-schema-form.ts";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { groupByResource } from "#components/roles/resources.ts";
import { useRoles } from "#components/users/use-roles.ts";
import { UserSelect } from "#components/users/user-select.tsx";
import { PERMISSION_NAMES, PERMISSIONS } from "#server/platform/access/catalog.ts";
import classes from "./access.module.css";

const SUBJECTS = [
  { value: "user", label: "A user" },
  { value: "roles", label: "Roles" },
] as const;
const DOORS = [
  { value: "permission", label: "A permission" },
  { value: "procedure", label: "A procedure" },
] as const;

const permissionOptions = (t: Text) =>
  groupByResource(PERMISSION_NAMES).map(({ label, permissions }) => ({
    group: t.known(label),
    items: permissions.map((value) => ({
      value,
      label: t.known(PERMISSIONS[value].description),
    })),
  }));

interface QuestionFormProps {
  form: SchemaFormState<Question>;
}

export function QuestionForm({ form }: QuestionFormProps) {
  const t = useText();
  const { fields, isSaving } = form;
  return (
    <Panel title={t("Question")}>
      <SchemaForm form={form} label={t("Explain access")}>
        <Subject form={form} />
        <Door form={form} />
        <UserSelect
          label={t("On which user")}
          description={t("Left open: whether there is anybody on whom they may")}
          clearable
          {...fields.getInputProps("record")}
        />
        <div className={classes.circumstances}>
          <TextInput
            type="datetime-local"
            label={t("When")}
            description={t("Now, if left open")}
            {...fields.getInputProps("at")}
          />
          <TextInput
            label={t("From which address")}
            description={t("For roles that count in some networks")}
            placeholder="192.0.2.1"
            {...fields.getInputProps("address")}
          />
        </div>
        <FormActions submit={t("Explain")} isSaving={isSaving} />
      </SchemaForm>
    </Panel>
  );
}

function Subject({ form: { fields } }: QuestionFormProps) {
  const t = useText();
  const roles = useRoles().map((role) => ({ value: role.key, label: roleLabel(t, role) }));
  return (
    <div className={classes.choice}>
      <Input.Label labelElement="div">{t("Who")}</Input.Label>
      <SegmentedControl
        aria-label={t("Who")}
        data={SUBJECTS.map(({ value, label }) => ({ value, label: t(label) }))}
        {...fields.getInputProps("subject")}
      />
      {fields.values.subject === "user" ? (
        <UserSelect label={t("User")} {...fields.getInputProps("userId")} />
      ) : (
        <MultiSelect
          label={t("Roles")}
          searchable
          data={roles}
          {...fields.getInputProps("roleKeys")}
        />
      )}
    </div>
  );
}

function Door({ form: { fields } }: QuestionFormProps) {
  const t = useText();
  return (
    <div className={classes.choice}>
      <Input.Label labelElement="div">{t("What")}</Input.Label>
      <SegmentedControl
        aria-label={t("What")}
        data={DOORS.map(({ value, label }) => ({ value, label: t(label) }))}
        {...fields.getInputProps("door")}
      />
      {fields.values.door === "permission" ? (
        <Select
          label={t("Permission")}
          searchable
          data={permissionOptions(t)}
          {...fields.getInputProps("permission")}
        />
      ) : (
        <TextInput
          label={t("Procedure")}
          description={t("Its path in the API")}
          placeholder="users.suspend"
          {...fields.getInputProps("procedure")}
        />
      )}
    </div>
  );
}
