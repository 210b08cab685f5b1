"use client";

import { Input, MultiSelect, SegmentedControl, Select, TextInput } from "@mantine/core";
import type { Question } from "#components/access/question.ts";
import { Panel } from "#components/display/panel.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import type { SchemaForm as SchemaFormState } from "#components/form/use-schema-form.ts";
import { groupByResource } from "#components/roles/resources.ts";
import { useRoles } from "#components/users/use-roles.ts";
import { UserSelect } from "#components/users/user-select.tsx";
import { PERMISSION_NAMES, PERMISSIONS } from "#server/platform/access/catalog.ts";
import classes from "./access.module.css";

const SUBJECTS = [
  { value: "user", label: "A user" },
  { value: "roles", label: "Roles" },
];
const DOORS = [
  { value: "permission", label: "A permission" },
  { value: "procedure", label: "A procedure" },
];
const PERMISSION_OPTIONS = groupByResource(PERMISSION_NAMES).map(({ label, permissions }) => ({
  group: label,
  items: permissions.map((value) => ({ value, label: PERMISSIONS[value].description })),
}));

interface QuestionFormProps {
  form: SchemaFormState<Question>;
}

export function QuestionForm({ form }: QuestionFormProps) {
  const { fields, isSaving } = form;
  return (
    <Panel title="Question">
      <SchemaForm form={form} label="Explain access">
        <Subject form={form} />
        <Door form={form} />
        <UserSelect
          label="On which user"
          description="Left open: whether there is anybody on whom they may"
          clearable
          {...fields.getInputProps("record")}
        />
        <div className={classes.circumstances}>
          <TextInput
            type="datetime-local"
            label="When"
            description="Now, if left open"
            {...fields.getInputProps("at")}
          />
          <TextInput
            label="From which address"
            description="For roles that count in some networks"
            placeholder="192.0.2.1"
            {...fields.getInputProps("address")}
          />
        </div>
        <FormActions submit="Explain" isSaving={isSaving} />
      </SchemaForm>
    </Panel>
  );
}

function Subject({ form: { fields } }: QuestionFormProps) {
  const roles = useRoles().map(({ key, label }) => ({ value: key, label }));
  return (
    <div className={classes.choice}>
      <Input.Label labelElement="div">Who</Input.Label>
      <SegmentedControl aria-label="Who" data={SUBJECTS} {...fields.getInputProps("subject")} />
      {fields.values.subject === "user" ? (
        <UserSelect label="User" {...fields.getInputProps("userId")} />
      ) : (
        <MultiSelect label="Roles" searchable data={roles} {...fields.getInputProps("roleKeys")} />
      )}
    </div>
  );
}

function Door({ form: { fields } }: QuestionFormProps) {
  return (
    <div className={classes.choice}>
      <Input.Label labelElement="div">What</Input.Label>
      <SegmentedControl aria-label="What" data={DOORS} {...fields.getInputProps("door")} />
      {fields.values.door === "permission" ? (
        <Select
          label="Permission"
          searchable
          data={PERMISSION_OPTIONS}
          {...fields.getInputProps("permission")}
        />
      ) : (
        <TextInput
          label="Procedure"
          description="Its path in the API"
          placeholder="users.suspend"
          {...fields.getInputProps("procedure")}
        />
      )}
    </div>
  );
}
