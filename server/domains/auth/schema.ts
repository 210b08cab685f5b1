import { z } from "zod";
import { PERMISSION_NAMES } from "#server/platform/access/catalog.ts";
import { EmailAddress, isStorable, Text } from "#server/platform/text/schema.ts";

/** Without a second factor a password has at least this many characters (NIST SP 800-63B-4). */
export const PASSWORD_MIN_LENGTH = 15;
export const PASSWORD_MAX_LENGTH = 256;

/** A password as typed at sign-in: bounded, otherwise unchecked. */
const EnteredPassword = z.string().min(1, "Enter your password").max(PASSWORD_MAX_LENGTH);

export const NewPassword = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `Use at least ${PASSWORD_MIN_LENGTH} characters`)
  .max(PASSWORD_MAX_LENGTH)
  .refine(isStorable, { message: "Contains characters that cannot be used" });

const LinkSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "This link is not valid");

/** The signed-in user as the browser may know them. */
export const Viewer = z.strictObject({
  userId: z.uuid(),
  sessionId: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerifiedAt: z.date().nullable(),
  roles: z.array(z.string()),
  /** What they may do now, on some records at least. */
  permissions: z.array(z.enum(PERMISSION_NAMES)),
  /** Who acts in their name, and until when at the latest; null while they act themselves. */
  impersonator: z.strictObject({ userId: z.uuid(), name: z.string(), endsAt: z.date() }).nullable(),
});
export type Viewer = z.infer<typeof Viewer>;

/** What the door looks like from outside, and who is signed in. */
export const AuthStatus = z.strictObject({
  /** Whether an owner exists. */
  isSetUp: z.boolean(),
  /** Whether people may make an account without an invitation. */
  isRegistrationOpen: z.boolean(),
  viewer: Viewer.nullable(),
});
export type AuthStatus = z.infer<typeof AuthStatus>;

export const SetUpInput = z.strictObject({
  token: LinkSecret,
  name: Text(200),
  email: EmailAddress,
  password: NewPassword,
});
export type SetUpInput = z.infer<typeof SetUpInput>;

export const SignInInput = z.strictObject({
  email: EmailAddress,
  password: EnteredPassword,
  /** Keeps the session over browser restarts, up to the absolute limit of remembered sessions. */
  remember: z.boolean().default(false),
});
export type SignInInput = z.infer<typeof SignInInput>;

export const LinkInput = z.strictObject({ token: LinkSecret });
export type LinkInput = z.infer<typeof LinkInput>;

/** What an invitation link says before it is accepted. */
export const Invitation = z.strictObject({
  email: z.string(),
  name: z.string(),
  expiresAt: z.date(),
});
export type Invitation = z.infer<typeof Invitation>;

export const AcceptInvitationInput = z.strictObject({
  token: LinkSecret,
  name: Text(200),
  password: NewPassword,
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

export const RegisterInput = SetUpInput.pick({ name: true, email: true });
export type RegisterInput = z.infer<typeof RegisterInput>;

/** What the link of a registration says before it is completed. */
export const Registration = z.strictObject(Invitation.shape);
export type Registration = z.infer<typeof Registration>;

export const CompleteRegistrationInput = z.strictObject(AcceptInvitationInput.shape);
export type CompleteRegistrationInput = z.infer<typeof CompleteRegistrationInput>;

export const RequestPasswordResetInput = z.strictObject({ email: EmailAddress });
export type RequestPasswordResetInput = z.infer<typeof RequestPasswordResetInput>;

export const ResetPasswordInput = z.strictObject({ token: LinkSecret, password: NewPassword });
export type ResetPasswordInput = z.infer<typeof ResetPasswordInput>;

export const ChangePasswordInput = z.strictObject({
  currentPassword: EnteredPassword,
  newPassword: NewPassword,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const RequestEmailChangeInput = z.strictObject({
  email: EmailAddress,
  currentPassword: EnteredPassword,
});
export type RequestEmailChangeInput = z.infer<typeof RequestEmailChangeInput>;

/** Which of the two addresses confirms. */
export const EmailChangeSide = z.enum(["current", "new"]);
export type EmailChangeSide = z.infer<typeof EmailChangeSide>;

export const ConfirmEmailChangeInput = z.strictObject({
  token: LinkSecret,
  side: EmailChangeSide,
});
export type ConfirmEmailChangeInput = z.infer<typeof ConfirmEmailChangeInput>;

/** `isChanged` is false while the other address has yet to confirm. */
export const EmailChangeOutcome = z.strictObject({ isChanged: z.boolean() });
export type EmailChangeOutcome = z.infer<typeof EmailChangeOutcome>;

/** A change of address that waits for confirmation. */
export const PendingEmailChange = z.strictObject({
  email: z.string(),
  expiresAt: z.date(),
  currentConfirmedAt: z.date().nullable(),
  newConfirmedAt: z.date().nullable(),
});
export type PendingEmailChange = z.infer<typeof PendingEmailChange>;

export const UpdateProfileInput = z.strictObject({ name: Text(200) });
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

export const PasswordToRateInput = z.strictObject({
  password: z
    .string()
    .max(PASSWORD_MAX_LENGTH)
    .refine(isStorable, { message: "Contains characters that cannot be used" }),
});
/** `score` 0 (guessed at once) to 4 (very hard to guess), with what would help. */
export const PasswordRating = z.strictObject({
  score: z.int().min(0).max(4),
  warning: z.string().nullable(),
  suggestions: z.array(z.string()),
});
export const Done = z.strictObject({ ok: z.literal(true) });
