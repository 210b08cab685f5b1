import { render, toPlainText } from "@react-email/render";
import { createElement } from "react";
import type { Locale } from "#server/platform/locale/catalog.ts";
import type { MailTemplate } from "../catalog.ts";
import { toLine } from "../to-line.ts";
import { mailText } from "../words/text.ts";
import type { Mailing } from "./content.ts";
import { emailChangeCurrent, emailChanged, emailChangeNew, emailVerification } from "./email.tsx";
import { Letter } from "./letter.tsx";
import { LOOKS } from "./look.ts";
import { digest, jobAlert } from "./operations.tsx";
import { newSignIn, passwordChanged, passwordReset } from "./security.tsx";
import type { Template } from "./template.ts";
import { accountDeleted, accountExists, invitation, registration, welcome } from "./welcome.tsx";

const TEMPLATES: { [Name in MailTemplate]: Template<Name> } = {
  welcome,
  invitation,
  registration,
  "account-exists": accountExists,
  "email-verification": emailVerification,
  "email-change-current": emailChangeCurrent,
  "email-change-new": emailChangeNew,
  "email-changed": emailChanged,
  "password-reset": passwordReset,
  "password-changed": passwordChanged,
  "account-deleted": accountDeleted,
  "new-sign-in": newSignIn,
  "job-alert": jobAlert,
  digest,
};

export interface Letterhead {
  locale: Locale;
  legal: string;
  unsubscribeUrl?: string | undefined;
  /** Dark only for a preview: what is sent asks the reader's program. */
  scheme?: keyof typeof LOOKS;
}

export interface WrittenMail {
  subject: string;
  html: string;
  text: string;
}

/** A mail in its reader's language, as HTML and as text. */
export async function writeMail(
  { template, to: _, ...content }: Mailing,
  { scheme = "light", ...letterhead }: Letterhead,
): Promise<WrittenMail> {
  // Which content goes with which template is settled where the mailing is made.
  const { subject: sayIt, Content } = TEMPLATES[template] as Template<MailTemplate>;
  const { locale } = letterhead;
  const subject = toLine(sayIt(content, mailText(locale), locale));
  const html = await render(
    <Letter {...letterhead} look={LOOKS[scheme]} subject={subject}>
      {createElement(Content, content)}
    </Letter>,
  );
  return { subject, html, text: toPlainText(html, TEXT) };
}

/** Names are one word, but an address takes as much room as it needs. */
const TEXT = {
  selectors: [{ selector: "title", format: "skip" }],
};
