/** How an impersonation comes to its end, as the audit log tells it. */
export const ENDINGS = {
  self: "By whoever acted",
  revoked: "By somebody else",
  time: "The time was up",
  session: "With the own session of whoever acted",
  rights: "The rights of either had changed",
} as const;
export type Ending = keyof typeof ENDINGS;
