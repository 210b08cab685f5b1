import { sql } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { entryOf, entryValues, record } from "#server/domains/audit/service.ts";
import { sendInvitation, withInvitationLimit } from "#server/domains/auth/invitations/service.ts";
import { lockGrants } from "#server/domains/roles/queries.ts";
import { isRoleName } from "#server/platform/access/catalog.ts";
import { systemRoles } from "#server/platform/access/role-book.ts";
import { mayOn } from "#server/platform/access/scope.ts";
import type { Actor, Context } from "#server/platform/context.ts";
import { AppError, fieldError, versionConflict } from "#server/platform/errors.ts";
import { preparedIn, preparedOnce } from "#server/platform/prepared.ts";
import { inOneStatement, inTransaction } from "#server/platform/transaction.ts";
import { changeUser, lockFor, subjectOf } from "./change/service.ts";
import {
  assertMayActOn,
  assertMayGrant,
  assertOwnerRemains,
  assertStaysInScope,
  factsOf,
  maySee,
} from "./policy.ts";
import { findUser, findUserByEmail, userColumns } from "./queries.ts";
import type { UpdateUserInput, User, UserFields, UserId } from "./schema.ts";

/** Adds a user who has not been told yet: status `invited`, no mail. */
export async function createUser(ctx: Context, input: UserFields): Promise<User> {
  const values = describeNewUser(ctx, input);
  assertStaysInScope(ctx.actor, "users.create", values);
  if (!input.roles.every(isRoleName)) return inTransaction(ctx, (tx) => insertIn(tx, ctx, values));
  assertMayGrant(ctx.actor, systemRoles.holdingOf(input.roles).grants);
  return inOneStatement(ctx, async () => {
    const user = await insertUser(creation(ctx.db), values);
    // No row: the address is taken, or an attempt whose connection was lost had got through.
    return (
      user ??
      (await findUser(ctx.db, values.id)) ??
      (await refuseTaken(ctx.db, ctx.actor, input.email))
    );
  });
}

/**
 * Adds a user and sends the link with which they choose a password.
 * @throws AppError RATE_LIMITED, VALIDATION for an address that is taken, FORBIDDEN
 */
export function inviteUser(ctx: Context, input: UserFields): Promise<User> {
  return sendingOne(ctx, async (tx) => {
    const values = describeNewUser(ctx, input);
    assertStaysInScope(ctx.actor, "users.create", values);
    const user = await insertIn(tx, ctx, values);
    await sendInvitation(tx, ctx, user);
    await record(tx, ctx, { action: "user.invited", subject: subjectOf(user) });
    return user;
  });
}

/** Sends a new link; the one before stops working. @throws AppError RATE_LIMITED, CONFLICT */
export function resendInvitation(ctx: Context, { userId }: UserId): Promise<void> {
  return sendingOne(ctx, async (tx) => {
    const user = await lockFor(tx, ctx, { permission: "users.create", userId });
    await assertMayActOn(tx, ctx.actor, user);
    if (user.status !== "invited")
      throw new AppError("CONFLICT", `${user.name} has already accepted an invitation.`);
    await sendInvitation(tx, ctx, user);
    await record(tx, ctx, { action: "user.invited", subject: subjectOf(user) });
  });
}

function sendingOne<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withInvitationLimit(ctx, () => inTransaction(ctx, work));
}

/** @throws AppError CONFLICT when the user changed since `input.version` was read */
export function updateUser(ctx: Context, input: UpdateUserInput): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.update", userId: input.userId });
    await assertMayActOn(tx, ctx.actor, before);
    const added = input.roles.filter((role) => !before.roles.includes(role));
    assertMayGrant(ctx.actor, await lockGrants(tx, added));
    if (before.version !== input.version) {
      const current = maySee(ctx.actor, before) ? before : null;
      throw versionConflict("this user", { version: before.version, current });
    }
    if (!input.roles.includes("owner")) await assertOwnerRemains(tx, before);
    const { name, roles, department = before.department } = input;
    const after = await changeUser(tx, ctx, { before, set: { name, roles, department } });
    assertStaysInScope(ctx.actor, "users.update", after);
    await record(tx, ctx, { action: "user.updated", subject: subjectOf(after), before, after });
    return after;
  });
}

/** The user and the audit entry in one statement: one round trip, and no begin and commit of its own. */
const creation = preparedOnce((db) => {
  const insertion = db
    .insert(users)
    .values({
      id: sql.placeholder("id"),
      email: sql.placeholder("email"),
      name: sql.placeholder("name"),
      roles: sql.placeholder("roles"),
      department: sql.placeholder("department"),
      status: "invited",
      createdAt: sql.placeholder("now"),
      updatedAt: sql.placeholder("now"),
    })
    .onConflictDoNothing({ target: users.email })
    .returning({ ...userColumns, roles: users.roles });
  const created = db.$with("created").as(insertion);
  return db.with(created, entryOf(db, created)).select().from(created).prepare("users_create");
});

/** What {@link creation} is filled with; made once, so that a repeated attempt is the same user. */
function describeNewUser(ctx: Context, input: UserFields) {
  const [id, now] = [ctx.newId(), ctx.now()];
  const fields = { ...input, department: input.department ?? null };
  const after = { id, ...fields, status: "invited", createdAt: now };
  const subject = { type: "user" as const, id };
  return { id, ...fields, now, ...entryValues(ctx, { action: "user.created", subject, after }) };
}

/** Inside a transaction, where custom roles can be held fast. */
async function insertIn(tx: Transaction, ctx: Context, values: NewUser): Promise<User> {
  assertMayGrant(ctx.actor, await lockGrants(tx, values.roles));
  const user = await insertUser(preparedIn(tx, creation(ctx.db)), values);
  return user ?? (await refuseTaken(tx, ctx.actor, values.email));
}

type NewUser = ReturnType<typeof describeNewUser>;

async function insertUser(
  statement: ReturnType<typeof creation>,
  values: NewUser,
): Promise<User | undefined> {
  const [user] = await statement.execute(values);
  return user && { ...user, roles: values.roles };
}

/**
 * Whoever may look into the trash learns that the address is there.
 * @throws AppError VALIDATION
 */
async function refuseTaken(db: Queryable, actor: Actor | undefined, email: string): Promise<never> {
  const user = await findUserByEmail(db, email);
  const isInSight = user?.status === "deleted" && mayOn(actor, "users.delete", factsOf(user));
  if (isInSight)
    throw fieldError(
      "email",
      "in_trash",
      "Somebody in the trash has this address: restore or purge them",
    );
  throw fieldError("email", "taken", "Somebody already has this address");
}
