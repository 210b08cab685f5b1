import { eq, sql } from "drizzle-orm";
import type { Drizzle, Queryable } from "#db/client.ts";
import { credentials } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import type { AuthStatus, Viewer } from "./schema.ts";

/** Databases that are known to have an owner; that never turns back. */
const setUpDatabases = new WeakSet<Drizzle>();

export async function getAuthStatus(ctx: Context): Promise<AuthStatus> {
  const viewer = ctx.actor?.kind === "user" ? toViewer(ctx.actor) : null;
  return {
    isSetUp: await isSetUp(ctx.db),
    isRegistrationOpen: await isRegistrationOpen(ctx),
    viewer,
  };
}

/** Whether people may make an account without an invitation: never before there is an owner. */
export async function isRegistrationOpen(ctx: Context): Promise<boolean> {
  return ctx.settings.current.registration.isOpen && (await isSetUp(ctx.db));
}

/** Whether an owner has been made. Asks the database only until the answer is yes. */
export async function isSetUp(db: Drizzle): Promise<boolean> {
  if (setUpDatabases.has(db)) return true;
  const hasOwner = await findAnyOwner(db);
  if (hasOwner) setUpDatabases.add(db);
  return hasOwner;
}

/** Like {@link isSetUp}, but always asked of the database. */
export async function findAnyOwner(db: Queryable): Promise<boolean> {
  const owners = await db
    .select({ id: users.id })
    .from(users)
    .where(sql`${users.roles} @> array['owner']`)
    .limit(1);
  return owners.length > 0;
}

export function toViewer(actor: UserActor): Viewer {
  const { userId, sessionId, name, email, emailVerifiedAt, roles, permissions } = actor;
  const person = { userId, sessionId, name, email, emailVerifiedAt };
  return {
    ...person,
    roles: [...roles],
    permissions: [...permissions.keys()],
    impersonator: describeImpersonator(actor),
  };
}

function describeImpersonator({ impersonator }: UserActor): Viewer["impersonator"] {
  if (!impersonator) return null;
  const { userId, name, endsAt } = impersonator;
  return { userId, name, endsAt };
}

/** Whether a user has ever chosen a password; the invited have not. */
export async function hasPassword(db: Queryable, userId: string): Promise<boolean> {
  return (await db.$count(credentials, eq(credentials.userId, userId))) > 0;
}

/** The account of an address with its password hash; null where there is none. */
export async function findCredential(db: Queryable, email: string) {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      status: users.status,
      suspendedUntil: users.suspendedUntil,
      passwordHash: credentials.passwordHash,
    })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(eq(users.email, email));
  return row ?? null;
}
