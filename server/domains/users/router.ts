import { createRouter, permitted } from "#server/api/trpc.ts";
import { listActivity, listHistory } from "#server/domains/audit/queries.ts";
import { AuditPage, UserHistoryInput } from "#server/domains/audit/schema.ts";
import { Done } from "#server/domains/auth/schema.ts";
import { listSessions } from "#server/domains/sessions/queries.ts";
import { RevokedCount, Session } from "#server/domains/sessions/schema.ts";
import { revokeAllSessions, revokeSession } from "#server/domains/sessions/service.ts";
import { avatarProcedures } from "./avatars/router.ts";
import { reinstateUsers, suspendUsers } from "./bulk.ts";
import { InviteOutcome, InviteUsersInput } from "./invite-many/schema.ts";
import { inviteUsers } from "./invite-many/service.ts";
import { listUserFields, listUsers } from "./list-users.ts";
import { assertKnown, getUserFor, whereMaySee } from "./policy.ts";
import {
  BulkOutcome,
  ChangeSuspensionEndInput,
  ListUserFieldsInput,
  ListUsersInput,
  PartialUserPage,
  SelectedUsersInput,
  SuspendUserInput,
  SuspendUsersInput,
  UpdateUserInput,
  User,
  UserFields,
  UserId,
  UserPage,
  UserSessionId,
} from "./schema.ts";
import { createUser, inviteUser, resendInvitation, updateUser } from "./service.ts";
import { changeSuspensionEnd, reinstateUser, suspendUser } from "./suspension.ts";
import { trashProcedures } from "./trash-router.ts";

const userId = "0192f0c0-7c1e-7000-8000-000000000001";
const fields = { email: "ada@example.com", name: "Ada Lovelace", roles: ["viewer"] };

export const usersRouter = createRouter({
  list: permitted("users.read", {
    description: "One page of users, filtered, searched and sorted, with the total",
    example: {
      filter: { all: [{ field: "status", operator: "isAnyOf", value: ["active"] }] },
      sort: [{ field: "createdAt", direction: "desc" }],
      limit: 50,
    },
  })
    .input(ListUsersInput)
    .output(UserPage)
    .query(({ ctx, input }) => listUsers(ctx, input, whereMaySee(ctx.actor))),

  listFields: permitted("users.read", {
    description: "The same page of users with only the fields asked for, and the id",
    example: { fields: ["name", "email"], limit: 50 },
  })
    .input(ListUserFieldsInput)
    .output(PartialUserPage)
    .query(({ ctx, input }) => listUserFields(ctx, input, whereMaySee(ctx.actor))),

  get: permitted("users.read", { description: "One user", example: { userId } })
    .input(UserId)
    .output(User)
    .query(({ ctx, input }) => getUserFor(ctx, "users.read", input.userId)),

  create: permitted("users.create", {
    description: "Adds a user without telling them",
    example: fields,
  })
    .input(UserFields)
    .output(User)
    .mutation(({ ctx, input }) => createUser(ctx, input)),

  invite: permitted("users.create", {
    description: "Adds a user and mails an invitation",
    example: fields,
  })
    .input(UserFields)
    .output(User)
    .mutation(({ ctx, input }) => inviteUser(ctx, input)),

  inviteMany: permitted("users.create", {
    description: "Invites up to 500 people, each for itself, or says who would be refused",
    example: {
      people: [{ email: "ada@example.com", name: "Ada Lovelace" }],
      roles: ["viewer"],
      isDryRun: true,
    },
  })
    .input(InviteUsersInput)
    .output(InviteOutcome)
    .mutation(({ ctx, input }) => inviteUsers(ctx, input)),

  resendInvitation: permitted("users.create", {
    description: "Mails a new invitation; the earlier link stops working",
    example: { userId },
  })
    .input(UserId)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await resendInvitation(ctx, input);
      return { ok: true as const };
    }),

  update: permitted("users.update", {
    description: "Changes name and roles of the version that was read",
    example: { userId, name: "Ada King", roles: ["support"], version: 1 },
  })
    .input(UpdateUserInput)
    .output(User)
    .mutation(({ ctx, input }) => updateUser(ctx, input)),

  suspend: permitted("users.suspend", {
    description: "Shuts a user out, for good or until a time, and ends their sessions",
    example: { userId, reason: "Left the company" },
  })
    .input(SuspendUserInput)
    .output(User)
    .mutation(({ ctx, input }) => suspendUser(ctx, input)),

  changeSuspensionEnd: permitted("users.suspend", {
    keyless: "the version keeps it from being done twice",
    description: "Gives a suspension of the version that was read another end, or none",
    example: { userId, version: 1 },
  })
    .input(ChangeSuspensionEndInput)
    .output(User)
    .mutation(({ ctx, input }) => changeSuspensionEnd(ctx, input)),

  reinstate: permitted("users.suspend", {
    description: "Lets a suspended user back in",
    example: { userId },
  })
    .input(UserId)
    .output(User)
    .mutation(({ ctx, input }) => reinstateUser(ctx, input)),

  suspendMany: permitted("users.suspend", {
    description: "Suspends the users of a selection, each for itself",
    example: { selection: { ids: [userId] }, reason: "Left the company" },
  })
    .input(SuspendUsersInput)
    .output(BulkOutcome)
    .mutation(({ ctx, input }) => suspendUsers(ctx, input)),

  reinstateMany: permitted("users.suspend", {
    description: "Lets the suspended users of a selection back in, each for itself",
    example: { selection: { ids: [userId] } },
  })
    .input(SelectedUsersInput)
    .output(BulkOutcome)
    .mutation(({ ctx, input }) => reinstateUsers(ctx, input)),

  ...avatarProcedures,
  ...trashProcedures,

  sessions: permitted("sessions.read", {
    description: "The sessions of a user",
    example: { userId },
  })
    .input(UserId)
    .output(Session.array())
    .query(async ({ ctx, input }) => {
      await assertKnown(ctx, "sessions.read", input.userId);
      const currentSessionId = ctx.actor.sessionId;
      const filter = { userId: input.userId, currentSessionId, reader: ctx.actor };
      return listSessions(ctx.db, { ...filter, clock: ctx });
    }),

  revokeSession: permitted("sessions.revoke", {
    description: "Ends one session of a user",
    example: { userId, sessionId: userId },
  })
    .input(UserSessionId)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await revokeSession(ctx, input);
      return { ok: true as const };
    }),

  revokeAllSessions: permitted("sessions.revoke", {
    description: "Ends every session of a user",
    example: { userId },
  })
    .input(UserId)
    .output(RevokedCount)
    .mutation(async ({ ctx, input }) => ({ revoked: await revokeAllSessions(ctx, input.userId) })),

  history: permitted("audit.read", {
    description: "What happened to a user, newest first",
    example: { userId },
  })
    .input(UserHistoryInput)
    .output(AuditPage)
    .query(async ({ ctx, input }) => {
      await assertKnown(ctx, "audit.read", input.userId);
      const subject = { subjectType: "user", subjectId: input.userId };
      return listHistory(ctx.db, { ...input, ...subject, reader: ctx.actor });
    }),

  activity: permitted("audit.read", {
    description: "What a user did, also as somebody else or through somebody else, newest first",
    example: { userId },
  })
    .input(UserHistoryInput)
    .output(AuditPage)
    .query(async ({ ctx, input }) => {
      await assertKnown(ctx, "audit.read", input.userId);
      return listActivity(ctx.db, input, ctx.actor);
    }),
});
