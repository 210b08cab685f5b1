import { desc, eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { mailSuppressions } from "#db/schema/mail.ts";
import type { Suppression } from "./schema.ts";

const SHOWN = 500;

export async function isSuppressed(db: Queryable, recipient: string): Promise<boolean> {
  const [found] = await db
    .select({ recipient: mailSuppressions.recipient })
    .from(mailSuppressions)
    .where(eq(mailSuppressions.recipient, recipient.toLowerCase()));
  return found !== undefined;
}

/** The newest first. */
export async function listSuppressions(db: Queryable): Promise<Suppression[]> {
  const rows = await db
    .select()
    .from(mailSuppressions)
    .orderBy(desc(mailSuppressions.createdAt))
    .limit(SHOWN);
  return rows.map((row) => ({ ...row, reason: row.reason as Suppression["reason"] }));
}
