"use client";

import { Checkbox, TagsInput } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import type { RoleFormFields } from "#components/roles/role-form.ts";
import { browserTimeZone, TimeFields } from "#components/roles/time-fields.tsx";
import { PERMISSIONS } from "#server/platform/access/catalog.ts";
import type { ConditionName, Conditions, Grant } from "#server/platform/access/schema.ts";
import classes from "./condition-fields.module.css";

interface ConditionFieldsProps {
  fields: RoleFormFields;
  /** Where the grant stands in the form's grants. */
  index: number;
  grant: Grant;
}

/** What limits a grant; each condition is off, or on with its values below. */
export function ConditionFields({ fields, index, grant }: ConditionFieldsProps) {
  const t = useText();
  const { permission, conditions } = grant;
  const path = `grants.${index}.conditions` as const;
  const { records, department, time, network } = conditions;
  const set = (next: Conditions) => fields.setFieldValue(path, next);
  const toggle = <Name extends ConditionName>(name: Name, value: Conditions[Name]) => ({
    checked: conditions[name] !== undefined,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const { [name]: _, ...others } = conditions;
      set(currentTarget.checked ? { ...others, [name]: value } : others);
    },
  });
  return (
    <>
      {("isPerUser" in PERMISSIONS[permission] || records || department) && (
        <>
          <Checkbox
            label={t("Only users of their own department")}
            {...toggle("department", "same")}
          />
          {(!("isOnOthers" in PERMISSIONS[permission]) || records) && (
            <Checkbox label={t("Only themselves")} {...toggle("records", "own")} />
          )}
        </>
      )}
      <Checkbox label={t("Only at certain times")} {...toggle("time", officeHours())} />
      {time && (
        <div className={classes.values}>
          <TimeFields fields={fields} path={`${path}.time`} />
        </div>
      )}
      <Checkbox label={t("Only from certain networks")} {...toggle("network", [])} />
      {network && (
        <div className={classes.values}>
          <TagsInput
            label={t("Networks")}
            placeholder="192.0.2.0/24"
            {...fields.getInputProps(`${path}.network`)}
          />
        </div>
      )}
    </>
  );
}

function officeHours(): Conditions["time"] {
  return { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00", timeZone: browserTimeZone() };
}
