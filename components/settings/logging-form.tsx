"use client";

import { Select } from "@mantine/core";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateLoggingInput } from "#server/domains/settings/schema.ts";
import { LOG_LEVELS } from "#server/platform/settings/catalog.ts";
import classes from "./settings.module.css";

const LABELS: Record<(typeof LOG_LEVELS)[number], string> = {
  trace: "Trace: everything",
  debug: "Debug",
  info: "Info: every request",
  warn: "Warnings and errors",
  error: "Errors",
  fatal: "Only what ends the process",
};
const LEVELS = LOG_LEVELS.map((value) => ({ value, label: LABELS[value] }));

export function LoggingForm({ settings }: { settings: AllSettings["logging"] }) {
  const form = useSettingsForm({ group: "logging", settings, schema: UpdateLoggingInput });
  return (
    <SettingsForm
      id="logging"
      title="Logging"
      description="What each process writes to its log."
      form={form}
      settings={settings}
    >
      <Select
        label="Least severe level"
        data={LEVELS}
        allowDeselect={false}
        className={classes.short}
        {...form.fields.getInputProps("value.level")}
      />
    </SettingsForm>
  );
}
