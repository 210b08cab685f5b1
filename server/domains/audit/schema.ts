import { z } from "zod";

export const AuditEntry = z.strictObject({
  id: z.uuid(),
  at: z.date(),
  action: z.string(),
  actorKind: z.enum(["user", "anonymous", "system"]),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** What the subject is called today; null when it is gone or has no name. */
  subjectName: z.string().nullable(),
  changes: z.record(z.string(), z.strictObject({ before: z.unknown(), after: z.unknown() })),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const UserHistoryInput = z.strictObject({
  userId: z.uuid(),
  cursor: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(25),
});
export type UserHistoryInput = z.infer<typeof UserHistoryInput>;

export const AuditPage = z.strictObject({
  items: z.array(AuditEntry),
  nextCursor: z.uuid().nullable(),
});
