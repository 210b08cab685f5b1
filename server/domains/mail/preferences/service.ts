import { and, eq, inArray } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { createSecret } from "#server/platform/secret.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { MAIL_CATEGORIES, type MailCategory } from "../catalog.ts";
import { type Preference, preferenceColumns } from "./queries.ts";
import type {
  ChangeSubscriptionInput,
  ChooseMailInput,
  Subscription,
  SubscriptionToken,
} from "./schema.ts";

interface Asked {
  recipient: string;
  category: MailCategory;
}

/** The wish of an address, which from now on has a link of its own. */
export async function ensurePreference(
  tx: Transaction,
  ctx: Context,
  { recipient, category }: Asked,
): Promise<Preference> {
  const { isWanted } = MAIL_CATEGORIES[category];
  const row = { recipient, category, isWanted, token: createSecret() };
  const [made] = await tx
    .insert(mailPreferences)
    .values({ ...row, changedAt: ctx.now() })
    .onConflictDoNothing()
    .returning(preferenceColumns);
  if (made) return made;
  const [found] = await tx
    .select(preferenceColumns)
    .from(mailPreferences)
    .where(and(eq(mailPreferences.recipient, recipient), eq(mailPreferences.category, category)));
  // Nobody deletes one that is being made.
  return found ?? row;
}

/** What the link in a mail is for. @throws AppError NOT_FOUND */
export async function getSubscription(
  ctx: Context,
  { token }: SubscriptionToken,
): Promise<Subscription> {
  return toSubscription(await findByToken(ctx.db, token));
}

/** By the link in a mail, whoever is signed in. @throws AppError NOT_FOUND */
export function changeSubscription(
  ctx: Context,
  { token, isWanted }: ChangeSubscriptionInput,
): Promise<Subscription> {
  return inTransaction(ctx, async (tx) =>
    toSubscription(await choose(tx, ctx, { before: await findByToken(tx, token), isWanted })),
  );
}

/** For one's own address. */
export async function chooseMail(
  ctx: Context & { actor: UserActor },
  { category, isWanted }: ChooseMailInput,
): Promise<void> {
  const recipient = ctx.actor.email;
  await inTransaction(ctx, async (tx) => {
    const before = await ensurePreference(tx, ctx, { recipient, category });
    await choose(tx, ctx, { before, isWanted });
  });
}

/**
 * The wishes go with somebody to another address; what either address has given up stays given up.
 * The links in mail to the address before no longer choose.
 */
export async function movePreferences(
  tx: Transaction,
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const gone = await tx
    .delete(mailPreferences)
    .where(inArray(mailPreferences.recipient, [from, to]))
    .returning(preferenceColumns);
  const wishes = new Map<string, boolean>();
  for (const { category, isWanted } of gone) {
    wishes.set(category, isWanted && (wishes.get(category) ?? true));
  }
  if (wishes.size === 0) return;
  await tx.insert(mailPreferences).values(
    [...wishes].map(([category, isWanted]) => ({
      ...{ recipient: to, category, isWanted },
      ...{ token: createSecret(), changedAt: ctx.now() },
    })),
  );
}

async function choose(
  tx: Transaction,
  ctx: Context,
  { before, isWanted }: { before: Preference; isWanted: boolean },
): Promise<Preference> {
  if (before.isWanted === isWanted) return before;
  const { token, recipient, category } = before;
  await tx
    .update(mailPreferences)
    .set({ isWanted, changedAt: ctx.now() })
    .where(eq(mailPreferences.token, token));
  await record(tx, ctx, {
    action: "mail.preference-changed",
    subject: { type: "mail", id: recipient },
    before: { category, isWanted: before.isWanted },
    after: { category, isWanted },
  });
  return { ...before, isWanted };
}

async function findByToken(db: Queryable, token: string): Promise<Preference> {
  const [found] = await db
    .select(preferenceColumns)
    .from(mailPreferences)
    .where(eq(mailPreferences.token, token));
  if (!found) throw new AppError("NOT_FOUND", "This link does not work.");
  return found;
}

const KEPT = 2;
const toSubscription = ({ recipient, category, isWanted }: Preference): Subscription => ({
  category: category as MailCategory,
  isWanted,
  recipient: recipient.replace(/^(.+)(?=@)/, (local) => `${local.slice(0, KEPT)}…`),
});
