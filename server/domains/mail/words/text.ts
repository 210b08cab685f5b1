import type { Locale } from "#server/platform/locale/catalog.ts";
import { createMessages, type MessageArguments } from "#server/platform/locale/message.ts";
import { de } from "./de.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";

/** What mails say, by the English text; one that the German catalogue lacks does not compile. */
export type MailMessage = keyof typeof de;

export type MailText = <M extends MailMessage>(
  message: M,
  ...values: MessageArguments<M>
) => string;

const TEXTS = {
  en: createMessages("en").say,
  de: createMessages("de", de).say,
  fr: createMessages("fr", fr).say,
  ja: createMessages("ja", ja).say,
} as Record<Locale, MailText>;

export const mailText = (locale: Locale): MailText => TEXTS[locale];

/** The tags of dates and numbers; English is that of most of the world. */
const TAGS: Record<Locale, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR", ja: "ja-JP" };
const formatsOf = (locale: Locale) => ({
  time: new Intl.DateTimeFormat(TAGS[locale], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }),
  date: new Intl.DateTimeFormat(TAGS[locale], { dateStyle: "long", timeZone: "UTC" }),
  number: new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 1 }),
});
const FORMATS = {
  en: formatsOf("en"),
  de: formatsOf("de"),
  fr: formatsOf("fr"),
  ja: formatsOf("ja"),
} satisfies Record<Locale, unknown>;

/** A point in time, which names its zone. */
export const sayTime = (locale: Locale, at: Date): string =>
  `${FORMATS[locale].time.format(at)} UTC`;
export const sayDate = (locale: Locale, at: Date): string => FORMATS[locale].date.format(at);
export const sayNumber = (locale: Locale, value: number): string =>
  FORMATS[locale].number.format(value);
