import type { ComponentType } from "react";
import type { Locale } from "#server/platform/locale/catalog.ts";
import type { MailTemplate } from "../catalog.ts";
import type { MailText } from "../words/text.ts";
import type { MailContent } from "./content.ts";

/** One kind of mail: its subject, and the rest of it as a React component inside the letter. */
export interface Template<Name extends MailTemplate> {
  subject(content: MailContent[Name], t: MailText, locale: Locale): string;
  Content: ComponentType<MailContent[Name]>;
}
