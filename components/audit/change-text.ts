import type { Text } from "#components/i18n/text.ts";
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

export function describeAction(action: string, t: Text): string {
  return t.known(AUDIT_ACTIONS[action as AuditAction] ?? action);
}

/** Whose name an entry is in: a person's, a program's, or that of a role of the database. */
export function describeActor(
  entry: Pick<AuditEntry, "actorKind" | "actorName" | "impersonatorName">,
  t: Text,
): string {
  const { actorKind, actorName: name, impersonatorName: impersonator } = entry;
  if (actorKind === "database") return t("database role {name}", { name });
  if (actorKind !== "user") return t.known(name);
  return impersonator ? t("{impersonator} as {name}", { impersonator, name }) : name;
}

/** "Suspended at" from "suspendedAt". */
export function describeField(field: string, t: Text): string {
  const words = field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return t.known(FIELD_WORDS[field] ?? words.charAt(0).toUpperCase() + words.slice(1));
}

/** The changed fields, without those that only repeat what the entry says. */
export function tellingFields(changes: AuditEntry["changes"]): string[] {
  return Object.keys(changes).filter((field) => !SAID_ELSEWHERE.has(field));
}

/** "Status: Active → suspended" for one field, "Name, Roles and 3 more" for several. */
export function summarizeChanges(changes: AuditEntry["changes"], t: Text): string {
  const fields = tellingFields(changes);
  const [first] = fields;
  if (first === undefined) {
    return "";
  }
  if (fields.length === 1) {
    const { before, after } = changes[first] ?? {};
    const sides = [describeValue(before, t), describeValue(after, t) ?? t("none")];
    return t("{field}: {values}", {
      field: describeField(first, t),
      values: sides.filter((side) => side !== null).join(" → "),
    });
  }
  const shown = fields.slice(0, MAX_NAMED).map((field) => describeField(field, t));
  const named = shown.join(", ");
  const count = fields.length - MAX_NAMED;
  return count > 0 ? t("{named} and {count} more", { named, count }) : named;
}

/** A stored value as people say it; null where there is none. */
export function describeValue(value: unknown, t: Text): string | null {
  if (value === null || value === undefined || value === "") {
    return null;
  }
  if (Array.isArray(value)) {
    return value.map((item) => describeValue(item, t) ?? t("none")).join(", ") || null;
  }
  return describeScalar(value, t);
}

function describeScalar(value: unknown, t: Text): string {
  if (typeof value === "boolean") {
    return value ? t("Yes") : t("No");
  }
  if (value instanceof Date) {
    return formatInstant(value, t.locale);
  }
  if (typeof value !== "string") {
    return JSON.stringify(value);
  }
  if (ISO_INSTANT.test(value)) {
    return formatInstant(new Date(value), t.locale);
  }
  const label = ROLES[value as RoleName]?.label;
  return label ? t.known(label) : value;
}
