"use client";

import { NumberInput } from "@mantine/core";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateRateLimitsInput } from "#server/domains/settings/schema.ts";
import classes from "./settings.module.css";

const LABELS = {
  perUser: "Per user",
  perAddress: "Per address",
};

export function RateLimitsForm({ settings }: { settings: AllSettings["rateLimits"] }) {
  const form = useSettingsForm({
    group: "rateLimits",
    settings,
    schema: UpdateRateLimitsInput,
    labels: LABELS,
  });
  const { fields } = form;
  return (
    <SettingsForm
      id="rate-limits"
      title="Rate limits"
      description="Requests per minute, counted by each process for itself."
      form={form}
      settings={settings}
    >
      <NumberInput
        label={LABELS.perUser}
        description="API requests of one signed-in user"
        allowDecimal={false}
        thousandSeparator=","
        className={classes.short}
        {...fields.getInputProps("value.perUser")}
      />
      <NumberInput
        label={LABELS.perAddress}
        description="Pages, and requests without a session, from one network address"
        allowDecimal={false}
        thousandSeparator=","
        className={classes.short}
        {...fields.getInputProps("value.perAddress")}
      />
    </SettingsForm>
  );
}
