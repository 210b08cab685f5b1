"use client";

import { Select } from "@mantine/core";
import type { Message } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateLoggingInput } from "#server/domains/settings/schema.ts";
import { LOG_LEVELS } from "#server/platform/settings/catalog.ts";
import classes from "./settings.module.css";

const LEVEL_LABELS: Record<(typeof LOG_LEVELS)[number], Message> = {
  trace: "Trace: everything",
  debug: "Debug",
  info: "Info: every request",
  warn: "Warnings and errors",
  error: "Errors",
  fatal: "Only what ends the process",
};

const LABELS = {
  level: "Least severe level",
} as const;

export function LoggingForm({ settings }: { settings: AllSettings["logging"] }) {
  const t = useText();
  const form = useSettingsForm({
    group: "logging",
    settings,
    schema: UpdateLoggingInput,
    labels: LABELS,
    say: (level) => t(LEVEL_LABELS[level as keyof typeof LEVEL_LABELS]),
  });
  return (
    <SettingsForm
      id="logging"
      title={t("Logging")}
      description={t("What each process writes to its log.")}
      form={form}
      settings={settings}
    >
      <Select
        label={t(LABELS.level)}
        data={LOG_LEVELS.map((value) => ({ value, label: t(LEVEL_LABELS[value]) }))}
        allowDeselect={false}
        className={classes.short}
        {...form.fields.getInputProps("value.level")}
      />
    </SettingsForm>
  );
}
