"use client";

import { NativeSelect, SegmentedControl, Skeleton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Pill } from "#components/display/pill.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { MailFrame } from "#components/mail/mail-frame.tsx";
import { MailText } from "#components/mail/mail-text.tsx";
import { FIRST_SHOWN } from "#components/mail/templates/first-shown.ts";
import { SendTest } from "#components/mail/templates/send-test.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { categoryOf, MAIL_TEMPLATES, type MailTemplate } from "#server/domains/mail/catalog.ts";
import type { PreviewInput } from "#server/domains/mail/preview/schema.ts";
import { LOCALE_NAMES, LOCALES, type Locale } from "#server/platform/locale/catalog.ts";
import classes from "./mail-templates.module.css";

const NAMES = Object.keys(MAIL_TEMPLATES) as MailTemplate[];
type View = PreviewInput["scheme"] | "text";

/** Every kind of mail as it would be written now, with made-up content. */
export function MailTemplates() {
  const t = useText();
  const [template, setTemplate] = useState<MailTemplate>(FIRST_SHOWN.template);
  const [locale, setLocale] = useState<Locale>(t.locale);
  const [view, setView] = useState<View>(FIRST_SHOWN.scheme);
  return (
    <div className={classes.columns}>
      <nav className={classes.names} aria-label={t("Templates")}>
        {NAMES.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.name}
            aria-current={name === template || undefined}
            onClick={() => setTemplate(name)}
          >
            {t(MAIL_TEMPLATES[name])}
            {categoryOf(name) ? <Pill tone="neutral">{t("Can be given up")}</Pill> : null}
          </button>
        ))}
      </nav>
      <NativeSelect
        className={classes.choice}
        label={t("Template")}
        value={template}
        onChange={(event) => setTemplate(event.currentTarget.value as MailTemplate)}
        data={NAMES.map((name) => ({ value: name, label: t(MAIL_TEMPLATES[name]) }))}
      />
      <section className={classes.preview} aria-label={t("Preview")}>
        <div className={classes.tools}>
          <NativeSelect
            aria-label={t("Language of the mail")}
            value={locale}
            onChange={(event) => setLocale(event.currentTarget.value as Locale)}
          >
            {LOCALES.map((code) => (
              <option key={code} value={code} lang={code}>
                {LOCALE_NAMES[code]}
              </option>
            ))}
          </NativeSelect>
          <SegmentedControl
            aria-label={t("How it is shown")}
            value={view}
            onChange={(value) => setView(value as View)}
            data={[
              { value: "light", label: t("Light") },
              { value: "dark", label: t("Dark") },
              { value: "text", label: t("Plain text") },
            ]}
          />
          <SendTest template={template} locale={locale} />
        </div>
        <Preview template={template} locale={locale} view={view} />
      </section>
    </div>
  );
}

interface PreviewProps {
  template: MailTemplate;
  locale: Locale;
  view: View;
}

function Preview({ template, locale, view }: PreviewProps) {
  const trpc = useTRPC();
  const scheme = view === "text" ? "light" : view;
  // Somebody who walks the names with the arrow keys wants the last of them.
  const [input] = useDebouncedValue({ template, locale, scheme } as const, 50);
  const query = useQuery(
    trpc.mail.preview.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  return (
    <QueryView query={query} skeleton={<Skeleton height={560} radius={0} />}>
      {({ subject, html, text }) => (
        <>
          <h2 className={classes.subject} lang={input.locale}>
            {subject}
          </h2>
          {view === "text" ? (
            <MailText text={text} lang={input.locale} />
          ) : (
            <MailFrame html={html} />
          )}
        </>
      )}
    </QueryView>
  );
}
