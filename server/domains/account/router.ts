import { createRouter, permitted } from "#server/api/trpc.ts";
import {
  cancelEmailChange,
  getEmailChange,
  requestEmailChange,
} from "#server/domains/auth/email-change/service.ts";
import { requestEmailVerification } from "#server/domains/auth/email-verification/service.ts";
import { changePassword } from "#server/domains/auth/passwords/service.ts";
import { toViewer } from "#server/domains/auth/queries.ts";
import {
  ChangePasswordInput,
  Done,
  PendingEmailChange,
  RequestEmailChangeInput,
  UpdateProfileInput,
  Viewer,
} from "#server/domains/auth/schema.ts";
import { listChoices } from "#server/domains/mail/preferences/queries.ts";
import { ChooseMailInput, MailChoices } from "#server/domains/mail/preferences/schema.ts";
import { chooseMail } from "#server/domains/mail/preferences/service.ts";
import { listSessions } from "#server/domains/sessions/queries.ts";
import { RevokedCount, Session, SessionId } from "#server/domains/sessions/schema.ts";
import { revokeOtherSessions, revokeSession } from "#server/domains/sessions/service.ts";
import { ownAvatarProcedures } from "./avatar-router.ts";
import { deleteAccount } from "./delete-account.ts";
import { DeleteAccountInput, SetLanguageInput } from "./schema.ts";
import { setLanguage, updateProfile } from "./service.ts";

const done = { ok: true } as const;

export const accountRouter = createRouter({
  get: permitted("account.manage", { description: "Who is signed in, with their permissions" })
    .output(Viewer)
    .query(({ ctx }) => toViewer(ctx.actor)),

  updateProfile: permitted("account.manage", {
    description: "Changes one's own name",
    example: { name: "Ada King" },
  })
    .input(UpdateProfileInput)
    .output(Viewer)
    .mutation(({ ctx, input }) => updateProfile(ctx, input).then(toViewer)),

  setLanguage: permitted("account.manage", {
    description: "Chooses the language of the mail to oneself",
    example: { locale: "ja" },
  })
    .input(SetLanguageInput)
    .output(Done)
    .mutation(({ ctx, input }) => setLanguage(ctx, input).then(() => done)),

  mailChoices: permitted("account.manage", {
    description: "Which mail one wants, of that which is not needed for the account",
  })
    .output(MailChoices)
    .query(({ ctx }) => listChoices(ctx.db, ctx.actor.email)),

  chooseMail: permitted("account.manage", {
    description: "Wants mail of one kind, or gives it up",
    example: { category: "digest", isWanted: true },
  })
    .input(ChooseMailInput)
    .output(MailChoices)
    .mutation(async ({ ctx, input }) => {
      await chooseMail(ctx, input);
      return listChoices(ctx.db, ctx.actor.email);
    }),

  changePassword: permitted("account.manage", {
    keyless: "its input holds a password",
    description: "Changes one's own password; all other sessions end",
    example: {
      currentPassword: "velvet otter maps the quiet harbour",
      newPassword: "copper lantern drifts past eleven bridges",
    },
  })
    .input(ChangePasswordInput)
    .output(Done)
    .mutation(({ ctx, input }) => changePassword(ctx, input).then(() => done)),

  requestEmailVerification: permitted("account.manage", {
    description: "Mails a link that confirms one's own address",
  })
    .output(Done)
    .mutation(({ ctx }) => requestEmailVerification(ctx).then(() => done)),

  emailChange: permitted("account.manage", {
    description: "The change of one's own address that waits for confirmation, or null",
  })
    .output(PendingEmailChange.nullable())
    .query(({ ctx }) => getEmailChange(ctx)),

  requestEmailChange: permitted("account.manage", {
    keyless: "its input holds a password",
    description: "Mails a link to the present and to the new address; both have to confirm",
    example: {
      email: "ada.king@example.com",
      currentPassword: "velvet otter maps the quiet harbour",
    },
  })
    .input(RequestEmailChangeInput)
    .output(Done)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input).then(() => done)),

  cancelEmailChange: permitted("account.manage", {
    description: "Gives up a change of address; its links stop working",
  })
    .output(Done)
    .mutation(({ ctx }) => cancelEmailChange(ctx).then(() => done)),

  ...ownAvatarProcedures,

  sessions: permitted("account.manage", { description: "One's own sessions, last used first" })
    .output(Session.array())
    .query(({ ctx }) => {
      const { userId, sessionId } = ctx.actor;
      return listSessions(ctx.db, {
        userId,
        currentSessionId: sessionId,
        reader: ctx.actor,
        clock: ctx,
      });
    }),

  revokeSession: permitted("account.manage", {
    description: "Ends one of one's own sessions",
    example: { sessionId: "0192f0c0-7c1e-7000-8000-000000000001" },
  })
    .input(SessionId)
    .output(Done)
    .mutation(({ ctx, input }) =>
      revokeSession(ctx, { userId: ctx.actor.userId, ...input }).then(() => done),
    ),

  revokeOtherSessions: permitted("account.manage", {
    description: "Ends one's own sessions on all other devices",
  })
    .output(RevokedCount)
    .mutation(async ({ ctx }) => ({ revoked: await revokeOtherSessions(ctx) })),

  delete: permitted("account.manage", {
    keyless: "its input holds a password",
    description: "Deletes one's own account for good; the last owner cannot",
    example: { password: "velvet otter maps the quiet harbour" },
  })
    .input(DeleteAccountInput)
    .output(Done)
    .mutation(({ ctx, input }) => deleteAccount(ctx, input).then(() => done)),
});
