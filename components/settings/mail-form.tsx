"use client";

import { Select, TagsInput, Textarea } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import { SettingsForm, useSettingsForm } from "#components/settings/settings-form.tsx";
import { type AllSettings, UpdateMailInput } from "#server/domains/settings/schema.ts";
import { LOCALE_NAMES, LOCALES } from "#server/platform/locale/catalog.ts";
import classes from "./settings.module.css";

const LABELS = {
  language: "Language of mail",
  footer: "Footer",
  dkimSelectors: "DKIM selectors",
} as const;

export function MailForm({ settings }: { settings: AllSettings["mail"] }) {
  const t = useText();
  const form = useSettingsForm({
    group: "mail",
    settings,
    schema: UpdateMailInput,
    labels: LABELS,
  });
  const { fields } = form;
  return (
    <SettingsForm
      id="mail"
      title={t("Mail")}
      description={t("Counts for mail that is written from now on.")}
      form={form}
      settings={settings}
    >
      <Select
        label={t(LABELS.language)}
        description={t("For people whose own is not known")}
        data={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
        allowDeselect={false}
        className={classes.short}
        {...fields.getInputProps("value.language")}
      />
      <Textarea
        label={t(LABELS.footer)}
        description={t("Below every mail: company, address, what the law wants there")}
        autosize
        minRows={3}
        maxRows={8}
        {...fields.getInputProps("value.footer")}
      />
      <TagsInput
        label={t(LABELS.dkimSelectors)}
        description={t("Where the check of the sending domain looks for keys")}
        {...fields.getInputProps("value.dkimSelectors")}
      />
    </SettingsForm>
  );
}
