"use client";

import { NumberInput } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateTrashInput } from "#server/domains/settings/schema.ts";
import classes from "./settings.module.css";

const LABELS = {
  keptDays: "Days in the trash",
} as const;

export function TrashForm({ settings }: { settings: AllSettings["trash"] }) {
  const t = useText();
  const form = useSettingsForm({
    group: "trash",
    settings,
    schema: UpdateTrashInput,
    labels: LABELS,
  });
  return (
    <SettingsForm
      id="trash"
      title={t("Trash")}
      description={t("A shorter time also counts for users who are in the trash already.")}
      form={form}
      settings={settings}
    >
      <NumberInput
        label={t(LABELS.keptDays)}
        description={t("Deleted users are purged for good after so many days")}
        allowDecimal={false}
        className={classes.short}
        {...form.fields.getInputProps("value.keptDays")}
      />
    </SettingsForm>
  );
}
