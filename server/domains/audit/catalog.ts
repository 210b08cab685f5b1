/** Every action that leaves an audit entry. */
export const AUDIT_ACTIONS = {
  "owner.created": "Owner created",
  "user.created": "User created",
  "user.invited": "Invitation sent",
  "user.updated": "User edited",
  "user.suspended": "User suspended",
  "user.reinstated": "User reinstated",
  "user.deleted": "User deleted",
  "user.registered": "Registered",
  "user.invitation-accepted": "Invitation accepted",
  "user.email-verification-requested": "Confirmation of e-mail address requested",
  "user.email-verified": "E-mail address confirmed",
  "user.email-change-requested": "Change of e-mail address requested",
  "user.email-change-cancelled": "Change of e-mail address cancelled",
  "user.email-changed": "E-mail address changed",
  "password.changed": "Password changed",
  "password.reset": "Password reset",
  "password.reset-requested": "Password reset requested",
  "session.created": "Signed in",
  "session.ended": "Signed out",
  "session.revoked": "Session revoked",
  "settings.updated": "Settings changed",
  "users.seeded": "Made-up users added",
  "sessions.purged": "Expired sessions and links purged",
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
