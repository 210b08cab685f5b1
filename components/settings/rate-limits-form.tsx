"use client";

import { NumberInput } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { type AllSettings, UpdateRateLimitsInput } from "#server/domains/settings/schema.ts";
import classes from "./settings.module.css";

const LABELS = {
  perUser: "Per user",
  perAddress: "Per address",
} as const;

export function RateLimitsForm({ settings }: { settings: AllSettings["rateLimits"] }) {
  const t = useText();
  const form = useSettingsForm({
    group: "rateLimits",
    settings,
    schema: UpdateRateLimitsInput,
    labels: LABELS,
  });
  const format = useFormat();
  const { fields } = form;
  return (
    <SettingsForm
      id="rate-limits"
      title={t("Rate limits")}
      description={t("Requests per minute, counted by each process for itself.")}
      form={form}
      settings={settings}
    >
      <NumberInput
        label={t(LABELS.perUser)}
        description={t("API requests of one signed-in user")}
        allowDecimal={false}
        {...format.separators}
        className={classes.short}
        {...fields.getInputProps("value.perUser")}
      />
      <NumberInput
        label={t(LABELS.perAddress)}
        description={t("Pages, and requests without a session, from one network address")}
        allowDecimal={false}
        {...format.separators}
        className={classes.short}
        {...fields.getInputProps("value.perAddress")}
      />
    </SettingsForm>
  );
}
