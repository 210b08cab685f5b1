import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { entryOf, entryValues, record } from "#server/domains/audit/service.ts";
import { sendInvitation } from "#server/domains/auth/invitations/service.ts";
import { hasPassword } from "#server/domains/auth/queries.ts";
import { lockGrants } from "#server/domains/roles/queries.ts";
import { deleteSessionsOf } from "#server/domains/sessions/service.ts";
import { isRoleName, type Permission } from "#server/platform/access/catalog.ts";
import { systemRoles } from "#server/platform/access/role-book.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import { preparedIn, preparedOnce } from "#server/platform/prepared.ts";
import { inOneStatement, inTransaction } from "#server/platform/transaction.ts";
import {
  assertInScope,
  assertMayActOn,
  assertMayGrant,
  assertNotSelf,
  assertOwnerRemains,
  assertStaysInScope,
} from "./policy.ts";
import { findUser, lockUser, userColumns } from "./queries.ts";
import type { SuspendUserInput, UpdateUserInput, User, UserFields, UserId } from "./schema.ts";

/** Adds a user who has not been told yet: status `invited`, no mail. */
export async function createUser(ctx: Context, input: UserFields): Promise<User> {
  const values = describeNewUser(ctx, input);
  assertStaysInScope(ctx.actor, "users.create", values);
  if (!input.roles.every(isRoleName)) return inTransaction(ctx, (tx) => insertIn(tx, ctx, values));
  assertMayGrant(ctx.actor, systemRoles.holdingOf(input.roles).grants);
  return inOneStatement(ctx, async () => {
    const user = await insertUser(creation(ctx.db), values);
    // No row: the address is taken, or an attempt whose connection was lost had got through.
    return user ?? (await findUser(ctx.db, values.id)) ?? throwTaken();
  });
}

/** Adds a user and sends the link with which they choose a password. */
export async function inviteUser(ctx: Context, input: UserFields): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const values = describeNewUser(ctx, input);
    assertStaysInScope(ctx.actor, "users.create", values);
    const user = await insertIn(tx, ctx, values);
    await sendInvitation(tx, ctx, user);
    await record(tx, ctx, { action: "user.invited", subject: subjectOf(user) });
    return user;
  });
}

/** Sends a new link; the one before stops working. */
export function resendInvitation(ctx: Context, { userId }: UserId): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const user = await lockFor(tx, ctx, { permission: "users.create", userId });
    await assertMayActOn(tx, ctx.actor, user);
    if (user.status !== "invited")
      throw new AppError("CONFLICT", `${user.name} has already accepted an invitation.`);
    await sendInvitation(tx, ctx, user);
    await record(tx, ctx, { action: "user.invited", subject: subjectOf(user) });
  });
}

/** @throws AppError CONFLICT when the user changed since `input.version` was read */
export function updateUser(ctx: Context, input: UpdateUserInput): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.update", userId: input.userId });
    await assertMayActOn(tx, ctx.actor, before);
    const added = input.roles.filter((role) => !before.roles.includes(role));
    assertMayGrant(ctx.actor, await lockGrants(tx, added));
    if (before.version !== input.version) {
      throw new AppError(
        "CONFLICT",
        "Somebody else changed this user meanwhile. Look at their changes, then try again.",
      );
    }
    if (!input.roles.includes("owner")) await assertOwnerRemains(tx, before);
    const { name, roles, department = before.department } = input;
    const after = await changeUser(tx, ctx, { before, set: { name, roles, department } });
    assertStaysInScope(ctx.actor, "users.update", after);
    await record(tx, ctx, { action: "user.updated", subject: subjectOf(after), before, after });
    return after;
  });
}

/** Ends all sessions; the next request of each is refused. */
export function suspendUser(ctx: Context, input: SuspendUserInput): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.suspend", userId: input.userId });
    assertNotSelf(ctx.actor, before, "suspend");
    await assertMayActOn(tx, ctx.actor, before);
    if (before.status === "suspended")
      throw new AppError("CONFLICT", `${before.name} is suspended already.`);
    await assertOwnerRemains(tx, before);
    const set = { status: "suspended" as const, suspendedReason: input.reason ?? null };
    const after = await changeUser(tx, ctx, { before, set });
    await deleteSessionsOf(tx, before.id);
    await record(tx, ctx, { action: "user.suspended", subject: subjectOf(after), before, after });
    return after;
  });
}

/** Back to `active`, or to `invited` for someone who never chose a password. */
export function reinstateUser(ctx: Context, { userId }: UserId): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.suspend", userId });
    await assertMayActOn(tx, ctx.actor, before);
    if (before.status !== "suspended")
      throw new AppError("CONFLICT", `${before.name} is not suspended.`);
    const status = (await hasPassword(tx, userId)) ? ("active" as const) : ("invited" as const);
    const after = await changeUser(tx, ctx, { before, set: { status, suspendedReason: null } });
    await record(tx, ctx, { action: "user.reinstated", subject: subjectOf(after), before, after });
    return after;
  });
}

interface Reach {
  permission: Permission;
  userId: string;
}

/** @throws AppError NOT_FOUND, also for a user on whom the permission does not count */
async function lockFor(
  tx: Transaction,
  ctx: Context,
  { permission, userId }: Reach,
): Promise<User> {
  const user = await lockUser(tx, userId);
  assertInScope(ctx.actor, permission, user);
  return user;
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
  return (await insertUser(preparedIn(tx, creation(ctx.db)), values)) ?? throwTaken();
}

type NewUser = ReturnType<typeof describeNewUser>;

async function insertUser(
  statement: ReturnType<typeof creation>,
  values: NewUser,
): Promise<User | undefined> {
  const [user] = await statement.execute(values);
  return user && { ...user, roles: values.roles };
}

function throwTaken(): never {
  throw fieldError("email", "taken", "Somebody already has this address");
}

interface UserChange {
  before: User;
  set: Partial<Pick<User, "name" | "roles" | "department" | "status" | "suspendedReason">>;
}

async function changeUser(
  tx: Transaction,
  ctx: Context,
  { before, set }: UserChange,
): Promise<User> {
  const [after] = await tx
    .update(users)
    .set({ ...set, updatedAt: ctx.now(), version: before.version + 1 })
    .where(and(eq(users.id, before.id), eq(users.version, before.version)))
    .returning(userColumns);
  if (!after) throw new AppError("CONFLICT", "Somebody else changed this user meanwhile.");
  return after;
}

const subjectOf = (user: User) => ({ type: "user" as const, id: user.id });
