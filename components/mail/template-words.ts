import { MAIL_TEMPLATES } from "#server/domains/mail/catalog.ts";

/** What a kind of mail is called; of one that there is no more, its name. */
export function describeTemplate(template: string): string {
  return (MAIL_TEMPLATES as Record<string, string>)[template] ?? template;
}
