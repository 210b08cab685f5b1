import { createRouter, openToAnyone } from "#server/api/trpc.ts";
import { confirmEmailChange } from "./email-change/service.ts";
import { verifyEmail } from "./email-verification/service.ts";
import { acceptInvitation, getInvitation } from "./invitations/service.ts";
import { requestPasswordReset, resetPassword } from "./password-reset/service.ts";
import { ratePassword } from "./passwords/rating.ts";
import { getAuthStatus } from "./queries.ts";
import { completeRegistration, getRegistration, register } from "./registration/service.ts";
import {
  AcceptInvitationInput,
  AuthStatus,
  CompleteRegistrationInput,
  ConfirmEmailChangeInput,
  Done,
  EmailChangeOutcome,
  Invitation,
  LinkInput,
  PasswordRating,
  PasswordToRateInput,
  RegisterInput,
  Registration,
  RequestPasswordResetInput,
  ResetPasswordInput,
  SetUpInput,
  SignInInput,
} from "./schema.ts";
import { setUp } from "./service.ts";
import { signIn, signOut } from "./sign-in/service.ts";

const done = { ok: true } as const;
const email = "ada@example.com";
const token = "q0V7pS5mZr2nB8kX1cF4tY6uW9eA3dH5jL7gN0oPiRs";
const password = "velvet otter maps the quiet harbour";

export const authRouter = createRouter({
  status: openToAnyone("Every page asks before it knows who is there", {
    description: "Whether Binnacle is set up, and who is signed in",
  })
    .output(AuthStatus)
    .query(({ ctx }) => getAuthStatus(ctx)),

  setUp: openToAnyone("There is no account before it; the printed link is the key", {
    description: "Makes the first owner with the link printed at start, and signs in",
    example: { token, name: "Ada Lovelace", email, password },
  })
    .input(SetUpInput)
    .output(Done)
    .mutation(({ ctx, input }) => setUp(ctx, input).then(() => done)),

  signIn: openToAnyone("Nobody is signed in before signing in", {
    description: "Signs in with e-mail and password; answers with a session cookie",
    example: { email, password, remember: false },
  })
    .input(SignInInput)
    .output(Done)
    .mutation(({ ctx, input }) => signIn(ctx, input).then(() => done)),

  signOut: openToAnyone("Signing out twice is no mistake", {
    description: "Ends the current session",
  })
    .output(Done)
    .mutation(({ ctx }) => signOut(ctx).then(() => done)),

  invitation: openToAnyone("The invited have no password yet; the link is the key", {
    description: "Whom an invitation link is for",
    example: { token },
  })
    .input(LinkInput)
    .output(Invitation)
    .query(({ ctx, input }) => getInvitation(ctx, input)),

  acceptInvitation: openToAnyone("The invited have no password yet; the link is the key", {
    description: "Accepts an invitation with a name and a password, and signs in",
    example: { token, name: "Ada Lovelace", password },
  })
    .input(AcceptInvitationInput)
    .output(Done)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input).then(() => done)),

  register: openToAnyone("Who registers has no account yet; closed unless the settings open it", {
    description: "Mails what to do next; the answer never tells whether the address has an account",
    example: { name: "Ada Lovelace", email },
  })
    .input(RegisterInput)
    .output(Done)
    .mutation(({ ctx, input }) => register(ctx, input).then(() => done)),

  registration: openToAnyone("Who registers has no password yet; the link is the key", {
    description: "Whom the link of a registration is for",
    example: { token },
  })
    .input(LinkInput)
    .output(Registration)
    .query(({ ctx, input }) => getRegistration(ctx, input)),

  completeRegistration: openToAnyone("Who registers has no password yet; the link is the key", {
    description: "Makes the account with a name and a password, and signs in",
    example: { token, name: "Ada Lovelace", password },
  })
    .input(CompleteRegistrationInput)
    .output(Done)
    .mutation(({ ctx, input }) => completeRegistration(ctx, input).then(() => done)),

  requestPasswordReset: openToAnyone("Who forgot the password cannot sign in", {
    description: "Mails a link to choose a new password; the answer never tells whether it did",
    example: { email },
  })
    .input(RequestPasswordResetInput)
    .output(Done)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx, input).then(() => done)),

  resetPassword: openToAnyone("Who forgot the password cannot sign in; the link is the key", {
    description: "Chooses a new password with a mailed link; all sessions end",
    example: { token, password },
  })
    .input(ResetPasswordInput)
    .output(Done)
    .mutation(({ ctx, input }) => resetPassword(ctx, input).then(() => done)),

  verifyEmail: openToAnyone("The link may be opened on a device that is not signed in", {
    description: "Confirms an e-mail address with a mailed link",
    example: { token },
  })
    .input(LinkInput)
    .output(Done)
    .mutation(({ ctx, input }) => verifyEmail(ctx, input).then(() => done)),

  confirmEmailChange: openToAnyone("The link may be opened on a device that is not signed in", {
    description: "Confirms a change of e-mail address with the link mailed to either address",
    example: { token, side: "new" },
  })
    .input(ConfirmEmailChangeInput)
    .output(EmailChangeOutcome)
    .mutation(({ ctx, input }) => confirmEmailChange(ctx, input)),

  ratePassword: openToAnyone("Passwords are chosen before the first sign-in", {
    description: "Estimates how hard a password is to guess; nothing is kept",
    example: { password },
  })
    .input(PasswordToRateInput)
    .output(PasswordRating)
    .mutation(({ input }) => ratePassword(input.password)),
});
