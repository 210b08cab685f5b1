"use client";

import { Select, Switch, TagsInput } from "@mantine/core";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateRegistrationInput } from "#server/domains/settings/schema.ts";
import classes from "./settings.module.css";

const ROLES = [
  { value: "viewer", label: "Viewer" },
  { value: "support", label: "Support" },
];

const LABELS = {
  isOpen: "Open registration",
  role: "Role of new users",
  allowedDomains: "Allowed domains",
};

export function RegistrationForm({ settings }: { settings: AllSettings["registration"] }) {
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
      title="Registration"
      description="Who may make an account. Invitations work either way."
      form={form}
      settings={settings}
    >
      <Switch
        label={LABELS.isOpen}
        description="People make accounts themselves, once they have confirmed their address"
        {...fields.getInputProps("value.isOpen", { type: "checkbox" })}
      />
      <TagsInput
        label={LABELS.allowedDomains}
        description="Only addresses of these may register; empty for all"
        placeholder="example.com"
        {...fields.getInputProps("value.allowedDomains")}
      />
      <Select
        label={LABELS.role}
        description="Even a viewer sees the names and addresses of all users"
        data={ROLES}
        allowDeselect={false}
        className={classes.short}
        {...fields.getInputProps("value.role")}
      />
    </SettingsForm>
  );
}
