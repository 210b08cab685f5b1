/** Every kind of mail, and what it is called. */
export const MAIL_TEMPLATES = {
  invitation: "Invitation",
  registration: "Registration",
  "account-exists": "Account exists",
  "email-verification": "E-mail confirmation",
  "email-change-current": "E-mail change (present)",
  "email-change-new": "E-mail change (new)",
  "email-changed": "E-mail changed",
  "password-reset": "Password reset",
  "password-changed": "Password changed",
  "account-deleted": "Account deleted",
  "new-sign-in": "New sign-in",
} as const;

export type MailTemplate = keyof typeof MAIL_TEMPLATES;
