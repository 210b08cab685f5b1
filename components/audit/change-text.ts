import { formatInstant } from "#components/time/format.ts";
import { AUDIT_ACTIONS, type AuditAction, REVERT_OF } from "#server/domains/audit/catalog.ts";
import type { AuditEntry } from "#server/domains/audit/schema.ts";
import { ROLES, type RoleName } from "#server/platform/access/catalog.ts";

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const MAX_NAMED = 3;
/** Ids and times that an entry itself shows already. */
const SAID_ELSEWHERE = new Set(["id", "session", "sessionId", "createdAt", "address", REVERT_OF]);
const FIELD_WORDS: Record<string, string> = {
  [REVERT_OF]: "Takes back the entry",
  email: "E-mail",
  emailVerifiedAt: "E-mail confirmed",
  lastSignInAt: "Last sign-in",
  suspendedReason: "Reason",
  suspendedUntil: "Until",
  deletedAt: "In the trash since",
};

export function describeAction(action: string): string {
  return AUDIT_ACTIONS[action as AuditAction] ?? action;
}

/** Whose name an entry is in: a person's, a program's, or that of a role of the database. */
export function describeActor(
  entry: Pick<AuditEntry, "actorKind" | "actorName" | "impersonatorName">,
): string {
  if (entry.actorKind === "database") {
    return `database role ${entry.actorName}`;
  }
  return entry.impersonatorName
    ? `${entry.impersonatorName} as ${entry.actorName}`
    : entry.actorName;
}

/** "Suspended at" from "suspendedAt". */
export function describeField(field: string): string {
  const words = field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return FIELD_WORDS[field] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The changed fields, without those that only repeat what the entry says. */
export function tellingFields(changes: AuditEntry["changes"]): string[] {
  return Object.keys(changes).filter((field) => !SAID_ELSEWHERE.has(field));
}

/** "Status: Active → suspended" for one field, "Name, Roles and 3 more" for several. */
export function summarizeChanges(changes: AuditEntry["changes"]): string {
  const fields = tellingFields(changes);
  const [first] = fields;
  if (first === undefined) {
    return "";
  }
  if (fields.length === 1) {
    const { before, after } = changes[first] ?? {};
    const sides = [describeValue(before), describeValue(after) ?? "none"];
    return `${describeField(first)}: ${sides.filter((side) => side !== null).join(" → ")}`;
  }
  const named = fields.slice(0, MAX_NAMED).map(describeField).join(", ");
  return fields.length > MAX_NAMED ? `${named} and ${fields.length - MAX_NAMED} more` : named;
}

/** A stored value as people say it; null where there is none. */
export function describeValue(value: unknown): string | null {
  if (value === null || value === undefined || value === "") {
    return null;
  }
  if (Array.isArray(value)) {
    return value.map((item) => describeValue(item) ?? "none").join(", ") || null;
  }
  return describeScalar(value);
}

function describeScalar(value: unknown): string {
  if (typeof value === "boolean") {
    return value ? "Yes" : "No";
  }
  if (value instanceof Date) {
    return formatInstant(value);
  }
  if (typeof value !== "string") {
    return JSON.stringify(value);
  }
  if (ISO_INSTANT.test(value)) {
    return formatInstant(new Date(value));
  }
  return ROLES[value as RoleName]?.label ?? value;
}
