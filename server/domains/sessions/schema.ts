import { z } from "zod";

export const Session = z.strictObject({
  id: z.uuid(),
  /** What the user agent calls itself, in words: "Firefox on Windows". */
  device: z.string(),
  address: z.string(),
  isCurrent: z.boolean(),
  isRemembered: z.boolean(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  /** Who acts in the user's name there; without an id for a reader who may not see them. */
  impersonator: z.strictObject({ userId: z.uuid().nullable(), name: z.string() }).nullable(),
});
export type Session = z.infer<typeof Session>;

export const SessionId = z.strictObject({ sessionId: z.uuid() });
export type SessionId = z.infer<typeof SessionId>;

export const RevokedCount = z.strictObject({ revoked: z.int() });
