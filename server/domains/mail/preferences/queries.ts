import { and, eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import type { Services } from "#server/platform/context.ts";
import { categoryOf, MAIL_CATEGORIES, type MailCategory, type MailTemplate } from "../catalog.ts";
import type { MailChoices } from "./schema.ts";

export const preferenceColumns = {
  recipient: mailPreferences.recipient,
  category: mailPreferences.category,
  isWanted: mailPreferences.isWanted,
  token: mailPreferences.token,
};
export interface Preference {
  recipient: string;
  category: string;
  isWanted: boolean;
  token: string;
}

/** The wish of an address about mail of this kind; null for mail that cannot be given up. */
export async function findPreference(
  db: Queryable,
  { recipient, template }: { recipient: string; template: MailTemplate },
): Promise<Preference | null> {
  const category = categoryOf(template);
  if (!category) return null;
  const [found] = await db
    .select(preferenceColumns)
    .from(mailPreferences)
    .where(
      and(
        eq(mailPreferences.recipient, recipient.toLowerCase()),
        eq(mailPreferences.category, category),
      ),
    );
  return found ?? null;
}

/** Of every category, whether the address wants it. */
export async function listChoices(db: Queryable, recipient: string): Promise<MailChoices> {
  const rows = await db
    .select({ category: mailPreferences.category, isWanted: mailPreferences.isWanted })
    .from(mailPreferences)
    .where(eq(mailPreferences.recipient, recipient.toLowerCase()));
  const chosen = new Map(rows.map(({ category, isWanted }) => [category, isWanted]));
  const choices = Object.entries(MAIL_CATEGORIES).map(([category, { isWanted }]) => [
    category,
    chosen.get(category) ?? isWanted,
  ]);
  return Object.fromEntries(choices) as Record<MailCategory, boolean>;
}

/** Where people choose, with a page around it. */
export const unsubscribePage = ({ publicUrl }: Pick<Services, "publicUrl">, token: string) =>
  `${publicUrl}/unsubscribe?token=${token}`;

/** By which mail programs offer to end such mail with one click (RFC 2369 and RFC 8058). */
export function unsubscribeHeaders(
  { publicUrl }: Pick<Services, "publicUrl">,
  { token }: Preference,
): Record<string, string> {
  return {
    "List-Unsubscribe": `<${publicUrl}/api/mail/unsubscribe?token=${token}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
