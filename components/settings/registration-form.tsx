"use client";

import { Select, Switch, TagsInput } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateRegistrationInput } from "#server/domains/settings/schema.ts";
import classes from "./settings.module.css";

const ROLES = [
  { value: "viewer", label: "Viewer" },
  { value: "support", label: "Support" },
] as const;

const LABELS = {
  isOpen: "Open registration",
  role: "Role of new users",
  allowedDomains: "Allowed domains",
} as const;

export function RegistrationForm({ settings }: { settings: AllSettings["registration"] }) {
  const t = useText();
  const form = useSettingsForm({
    group: "registration",
    settings,
    schema: UpdateRegistrationInput,
    labels: LABELS,
  });
  const { fields } = form;
  return (
    <SettingsForm
      id="registration"
      title={t("Registration")}
      description={t("Who may make an account. Invitations work either way.")}
      form={form}
      settings={settings}
    >
      <Switch
        label={t(LABELS.isOpen)}
        description={t("People make accounts themselves, once they have confirmed their address")}
        {...fields.getInputProps("value.isOpen", { type: "checkbox" })}
      />
      <TagsInput
        label={t(LABELS.allowedDomains)}
        description={t("Only addresses of these may register; empty for all")}
        placeholder="example.com"
        {...fields.getInputProps("value.allowedDomains")}
      />
      <Select
        label={t(LABELS.role)}
        description={t("Even a viewer sees the names and addresses of all users")}
        data={ROLES.map(({ value, label }) => ({ value, label: t(label) }))}
        allowDeselect={false}
        className={classes.short}
        {...fields.getInputProps("value.role")}
      />
    </SettingsForm>
  );
}
