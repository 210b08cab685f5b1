"use client";

import { DurationInput } from "#components/form/duration-input.tsx";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { formatDuration } from "#components/time/format.ts";
import { type AllSettings, UpdateSessionsInput } from "#server/domains/settings/schema.ts";

const say = (seconds: unknown) => formatDuration(Number(seconds));

const LABELS = {
  idleSeconds: "Idle limit",
  absoluteSeconds: "Absolute limit",
  rememberedSeconds: "Remembered devices",
  impersonationSeconds: "Impersonation",
};

export function SessionsForm({ settings }: { settings: AllSettings["sessions"] }) {
  const form = useSettingsForm({
    group: "sessions",
    settings,
    schema: UpdateSessionsInput,
    labels: LABELS,
    say,
  });
  const { fields } = form;
  return (
    <SettingsForm
      id="sessions"
      title="Sessions"
      description="A shorter limit also ends sessions that run; a longer one is for those to come."
      form={form}
      settings={settings}
    >
      <DurationInput
        label={LABELS.idleSeconds}
        description="Signed out after this long without a request"
        {...fields.getInputProps("value.idleSeconds")}
      />
      <DurationInput
        label={LABELS.absoluteSeconds}
        description="Signed out this long after sign-in, idle or not"
        {...fields.getInputProps("value.absoluteSeconds")}
      />
      <DurationInput
        label={LABELS.rememberedSeconds}
        description="The absolute limit where somebody chose to stay signed in; no idle limit"
        {...fields.getInputProps("value.rememberedSeconds")}
      />
      <DurationInput
        label={LABELS.impersonationSeconds}
        description="Acting in somebody else's name ends this long after it began, in use or not"
        {...fields.getInputProps("value.impersonationSeconds")}
      />
    </SettingsForm>
  );
}
