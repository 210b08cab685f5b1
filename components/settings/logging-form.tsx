"use client";

import { Select } from "@mantine/core";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateLoggingInput } from "#server/domains/settings/schema.ts";
import { LOG_LEVELS } from "#server/platform/settings/catalog.ts";
import classes from "./settings.module.css";

const LEVEL_LABELS: Record<(typeof LOG_LEVELS)[number], string> = {
  trace: "Trace: everything",
  debug: "Debug",
  info: "Info: every request",
  warn: "Warnings and errors",
  error: "Errors",
  fatal: "Only what ends the process",
};
const LEVELS = LOG_LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }));

const say = (level: unknown) => LEVEL_LABELS[level as keyof typeof LEVEL_LABELS];

const LABELS = {
  level: "Least severe level",
};

export function LoggingForm({ settings }: { settings: AllSettings["logging"] }) {
  const form = useSettingsForm({
    group: "logging",
    settings,
    schema: UpdateLoggingInput,
    labels: LABELS,
    say,
  });
  return (
    <SettingsForm
      id="logging"
      title="Logging"
      description="What each process writes to its log."
      form={form}
      settings={settings}
    >
      <Select
        label={LABELS.level}
        data={LEVELS}
        allowDeselect={false}
        className={classes.short}
        {...form.fields.getInputProps("value.level")}
      />
    </SettingsForm>
  );
}
