"use client";

import { Chip, Input, Select, TextInput } from "@mantine/core";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import type { RoleFormFields } from "#components/roles/role-form.ts";
import classes from "./condition-fields.module.css";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const satisfies PlainMessage[];
const MOST_SHOWN = 50;

interface TimeFieldsProps {
  fields: RoleFormFields;
  path: `grants.${number}.conditions.time`;
}

/** Days, wall clock and zone; a window that ends before it begins ends on the next day. */
export function TimeFields({ fields, path }: TimeFieldsProps) {
  const t = useText();
  const { value, onChange, error, ...days } = fields.getInputProps(`${path}.days`);
  return (
    <>
      <Input.Wrapper label={t("Days")} labelElement="div" error={error}>
        <Chip.Group
          multiple
          value={(value as number[]).map(String)}
          onChange={(chosen: string[]) => onChange(chosen.map(Number).sort())}
        >
          <div className={classes.days} {...days}>
            {DAYS.map((label, index) => (
              <Chip key={label} size="xs" value={String(index + 1)}>
                {t(label)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </Input.Wrapper>
      <TextInput type="time" label={t("time|From")} {...fields.getInputProps(`${path}.from`)} />
      <TextInput type="time" label={t("time|To")} {...fields.getInputProps(`${path}.to`)} />
      <Select
        label={t("Time zone")}
        searchable
        limit={MOST_SHOWN}
        allowDeselect={false}
        data={listTimeZones()}
        {...fields.getInputProps(`${path}.timeZone`)}
      />
    </>
  );
}

export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function listTimeZones(): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
}
