import type { AuditEntry } from "./schema.ts";

const COLUMNS = [
  "id",
  "at",
  "action",
  "actorKind",
  "actorId",
  "actorName",
  "impersonatorId",
  "impersonatorName",
  "subjectType",
  "subjectId",
  "subjectName",
  "changes",
  "address",
  "requestId",
] as const satisfies readonly (keyof AuditEntry)[];

const LINE_END = "\r\n";
/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Lines of JSON, one entry each. */
export function toJsonLines(entries: readonly AuditEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
}

export function csvHead(): string {
  return COLUMNS.join(",") + LINE_END;
}

/** Records as in RFC 4180, without the head; changes are JSON. */
export function toCsvRecords(entries: readonly AuditEntry[]): string {
  return entries
    .map((entry) => COLUMNS.map((column) => csvCell(entry[column])).join(",") + LINE_END)
    .join("");
}

/** A text that would be a formula gets an apostrophe before it. */
export function csvCell(value: unknown): string {
  const text = textOf(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" ? value : JSON.stringify(value);
}
