import { z } from "zod";
import { type Filter, FilterOf, ListInput, ListPage } from "#server/platform/list/schema.ts";
import { Text } from "#server/platform/text/schema.ts";
import { AUDIT_ACTIONS, SUBJECT_TYPES } from "./catalog.ts";

const ACTOR_KINDS = ["user", "anonymous", "system", "database"] as const;

export const AuditEntry = z.strictObject({
  id: z.uuid(),
  at: z.date(),
  action: z.string(),
  actorKind: z.enum(ACTOR_KINDS),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** What the subject is called today; null when it is gone or has no name. */
  subjectName: z.string().nullable(),
  changes: z.record(z.string(), z.strictObject({ before: z.unknown(), after: z.unknown() })),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
  /** Who acted in the name of the actor. */
  impersonatorId: z.uuid().nullable(),
  impersonatorName: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What the log can be filtered and sorted by; an index serves each. */
export const AUDIT_FIELDS = {
  at: { label: "Time", type: "instant", isSortable: true },
  action: {
    label: "Action",
    type: "choice",
    options: Object.keys(AUDIT_ACTIONS),
    optionLabels: AUDIT_ACTIONS,
  },
  actorKind: { label: "Kind of actor", type: "choice", options: ACTOR_KINDS },
  actorId: { label: "Actor (user id)", type: "id" },
  impersonatorId: { label: "Impersonator (user id)", type: "id" },
  subjectType: { label: "Kind of record", type: "choice", options: SUBJECT_TYPES },
  subjectId: { label: "Record (id)", type: "id", isText: true },
} as const;
export type AuditFilter = Filter<typeof AUDIT_FIELDS>;

export const ListAuditInput = ListInput(AUDIT_FIELDS, [{ field: "at", direction: "desc" }]).omit({
  search: true,
});
export type ListAuditInput = z.infer<typeof ListAuditInput>;

export const AuditLogPage = ListPage(AuditEntry);
export type AuditLogPage = z.infer<typeof AuditLogPage>;

export const ExportAuditInput = z.strictObject({
  format: z.enum(["csv", "jsonl"]),
  filter: FilterOf(AUDIT_FIELDS).optional(),
  /** The `nextCursor` of the part before. */
  cursor: Text(2_000).optional(),
});
export type ExportAuditInput = z.infer<typeof ExportAuditInput>;

/** A part of an export. */
export const ExportedAudit = z.strictObject({
  text: z.string(),
  nextCursor: z.string().nullable(),
});
export type ExportedAudit = z.infer<typeof ExportedAudit>;

export const RevertInput = z.strictObject({ entryId: z.uuid() });
export type RevertInput = z.infer<typeof RevertInput>;

/** Of what happened to a user, and of what a user did. */
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

export const AuditProblem = z.strictObject({
  /** Position in the chain; null for what has none. */
  seq: z.number().nullable(),
  /** Line of the file of anchors, from 1. */
  line: z.int().optional(),
  entryId: z.string().optional(),
  message: z.string(),
});
export type AuditProblem = z.infer<typeof AuditProblem>;

/** What a look at the whole log found. */
export const AuditVerdict = z.strictObject({
  isIntact: z.boolean(),
  checkedAt: z.date(),
  durationMs: z.number(),
  /** The first position that is still there: retention takes earlier ones away. */
  firstSeq: z.int(),
  /** The last position; 0 while the chain is empty. */
  headSeq: z.int(),
  headHash: z.string(),
  entryCount: z.int(),
  /** Entries of the last second that are not in the chain yet. */
  pendingCount: z.int(),
  anchorCount: z.int(),
  anchoredSeq: z.int().nullable(),
  anchoredAt: z.date().nullable(),
  /** Fingerprint of the key that signs the anchors. */
  anchorKey: z.string(),
  /** At most a hundred of `problemCount`. */
  problems: z.array(AuditProblem),
  problemCount: z.int(),
  /** What is worth knowing and no sign of tampering. */
  notes: z.array(z.string()),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;
