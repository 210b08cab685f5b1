"use client";

import { DurationInput } from "#components/form/duration-input.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { type AllSettings, UpdateSessionsInput } from "#server/domains/settings/schema.ts";

const LABELS = {
  idleSeconds: "Idle limit",
  absoluteSeconds: "Absolute limit",
  rememberedSeconds: "Remembered devices",
  impersonationSeconds: "Impersonation",
} as const;

export function SessionsForm({ settings }: { settings: AllSettings["sessions"] }) {
  const t = useText();
  const format = useFormat();
  const form = useSettingsForm({
    group: "sessions",
    settings,
    schema: UpdateSessionsInput,
    labels: LABELS,
    say: (seconds) => format.duration(Number(seconds)),
  });
  const { fields } = form;
  return (
    <SettingsForm
      id="sessions"
      title={t("Sessions")}
      description={t(
        "A shorter limit also ends sessions that run; a longer one is for those to come.",
      )}
      form={form}
      settings={settings}
    >
      <DurationInput
        label={t(LABELS.idleSeconds)}
        description={t("Signed out after this long without a request")}
        {...fields.getInputProps("value.idleSeconds")}
      />
      <DurationInput
        label={t(LABELS.absoluteSeconds)}
        description={t("Signed out this long after sign-in, idle or not")}
        {...fields.getInputProps("value.absoluteSeconds")}
      />
      <DurationInput
        label={t(LABELS.rememberedSeconds)}
        description={t("The absolute limit where somebody chose to stay signed in; no idle limit")}
        {...fields.getInputProps("value.rememberedSeconds")}
      />
      <DurationInput
        label={t(LABELS.impersonationSeconds)}
        description={t(
          "Acting in somebody else's name ends this long after it began, in use or not",
        )}
        {...fields.getInputProps("value.impersonationSeconds")}
      />
    </SettingsForm>
  );
}
