import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { entryOf, entryValues, record } from "#server/domains/audit/service.ts";
import { sendInvitation } from "#server/domains/auth/invitations/service.ts";
import { hasPassword } from "#server/domains/auth/queries.ts";
import { deleteSessionsOf } from "#server/domains/sessions/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import { preparedIn, preparedOnce } from "#server/platform/prepared.ts";
import { inOneStatement, inTransaction } from "#server/platform/transaction.ts";
import { assertMayActOn, assertMayGrant, assertNotSelf, assertOwnerRemains } from "./policy.ts";
import { findUser, lockUser, userColumns } from "./queries.ts";
import type { SuspendUserInput, UpdateUserInput, User, UserFields, UserId } from "./schema.ts";

/** Adds a user who has not been told yet: status `invited`, no mail. */
export async function createUser(ctx: Context, input: UserFields): Promise<User> {
  assertMayGrant(ctx.actor, input.roles);
  const values = describeNewUser(ctx, input);
  return inOneStatement(ctx, async () => {
    const user = await insertUser(creation(ctx.db), values);
    // No row: the address is taken, or an attempt whose connection was lost had got through.
    return user ?? (await findUser(ctx.db, values.id)) ?? throwTaken();
  });
}

/** Adds a user and sends the link with which they choose a password. */
export async function inviteUser(ctx: Context, input: UserFields): Promise<User> {
  assertMayGrant(ctx.actor, input.roles);
  return inTransaction(ctx, async (tx) => {
    const values = describeNewUser(ctx, input);
    const user = (await insertUser(preparedIn(tx, creation(ctx.db)), values)) ?? throwTaken();
    await sendInvitation(tx, ctx, user);
    await record(tx, ctx, { action: "user.invited", subject: subjectOf(user) });
    return user;
  });
}

/** Sends a new link; the one before stops working. */
export function resendInvitation(ctx: Context, { userId }: UserId): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const user = await lockUser(tx, userId);
    assertMayActOn(ctx.actor, user);
    if (user.status !== "invited")
      throw new AppError("CONFLICT", `${user.name} has already accepted an invitation.`);
    await sendInvitation(tx, ctx, user);
    await record(tx, ctx, { action: "user.invited", subject: subjectOf(user) });
  });
}

/** @throws AppError CONFLICT when the user changed since `input.version` was read */
export function updateUser(ctx: Context, input: UpdateUserInput): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockUser(tx, input.userId);
    assertMayActOn(ctx.actor, before);
    assertMayGrant(
      ctx.actor,
      input.roles.filter((role) => !before.roles.includes(role)),
    );
    if (before.version !== input.version) {
      throw new AppError(
        "CONFLICT",
        "Somebody else changed this user meanwhile. Look at their changes, then try again.",
      );
    }
    if (!input.roles.includes("owner")) await assertOwnerRemains(tx, before);
    const after = await changeUser(tx, ctx, {
      before,
      set: { name: input.name, roles: input.roles },
    });
    await record(tx, ctx, { action: "user.updated", subject: subjectOf(after), before, after });
    return after;
  });
}

/** Ends all sessions; the next request of each is refused. */
export function suspendUser(ctx: Context, input: SuspendUserInput): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockUser(tx, input.userId);
    assertNotSelf(ctx.actor, before, "suspend");
    assertMayActOn(ctx.actor, before);
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
    const before = await lockUser(tx, userId);
    assertMayActOn(ctx.actor, before);
    if (before.status !== "suspended")
      throw new AppError("CONFLICT", `${before.name} is not suspended.`);
    const status = (await hasPassword(tx, userId)) ? ("active" as const) : ("invited" as const);
    const after = await changeUser(tx, ctx, { before, set: { status, suspendedReason: null } });
    await record(tx, ctx, { action: "user.reinstated", subject: subjectOf(after), before, after });
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
  const after = { id, ...input, status: "invited", createdAt: now };
  const subject = { type: "user" as const, id };
  return { id, ...input, now, ...entryValues(ctx, { action: "user.created", subject, after }) };
}

async function insertUser(
  statement: ReturnType<typeof creation>,
  values: ReturnType<typeof describeNewUser>,
): Promise<User | undefined> {
  const [user] = await statement.execute(values);
  return user && { ...user, roles: values.roles };
}

function throwTaken(): never {
  throw fieldError("email", "taken", "Somebody already has this address");
}

interface UserChange {
  before: User;
  set: Partial<Pick<User, "name" | "roles" | "status" | "suspendedReason">>;
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
