import { and, desc, eq } from "drizzle-orm";
import { auditEntries } from "#db/schema/audit.ts";
import { credentials } from "#db/schema/auth.ts";
import { outboxMails } from "#db/schema/mail.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { hashPassword } from "#server/domains/auth/passwords/hash.ts";
import type { MailTemplate } from "#server/domains/mail/catalog.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context } from "#server/platform/context.ts";
import type { TestWorld } from "./context.ts";

export const PASSWORD = "velvet otter maps the quiet harbour";
export const OTHER_PASSWORD = "copper lantern drifts past eleven bridges";

let hashed: Promise<string> | undefined;

/** A user who can sign in with {@link PASSWORD}. */
export async function createAccount(
  world: TestWorld,
  overrides: Partial<User> = {},
): Promise<User> {
  const user = await world.createUser(overrides);
  hashed ??= hashPassword(PASSWORD);
  await world.services.db.insert(credentials).values({
    userId: user.id,
    passwordHash: await hashed,
    changedAt: world.services.now(),
  });
  return user;
}

let lastHost = 0;

/** Somebody not signed in, at an address of their own, so that lockouts by address do not meet. */
export function visitor(world: TestWorld, overrides: Partial<Context> = {}): Context {
  const address = `2001:db8:${(++lastHost).toString(16)}::1`;
  return world.anonymous({ request: { id: "test", address, userAgent: "Vitest" }, ...overrides });
}

/** Mails to an address, the newest first. */
export function mailsTo(world: TestWorld, recipient: string, template?: MailTemplate) {
  const isTemplate = template ? eq(outboxMails.template, template) : undefined;
  return world.services.db
    .select()
    .from(outboxMails)
    .where(and(eq(outboxMails.recipient, recipient), isTemplate))
    .orderBy(desc(outboxMails.id));
}

/** The token in the link of the newest such mail. */
export async function mailedToken(
  world: TestWorld,
  recipient: string,
  template: MailTemplate,
): Promise<string> {
  const [mail] = await mailsTo(world, recipient, template);
  const token = /[?&]token=([\w-]+)/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error(`no ${template} mail with a link went to ${recipient}`);
  return token;
}

/** Audit entries of one action, the newest first. */
export function auditOf(world: TestWorld, action: AuditAction) {
  return world.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, action))
    .orderBy(desc(auditEntries.id));
}

/** The session token in the cookie that an answer sets; undefined when it sets none. */
export function sentToken(ctx: Context): string | undefined {
  const cookie = ctx.setCookies.at(-1);
  return /^(?:__Secure-)?authjs\.session-token=([^;]+)/.exec(cookie ?? "")?.[1];
}
