import { MAX_INVITEES } from "#server/domains/users/invite-many/schema.ts";
import { UserFields } from "#server/domains/users/schema.ts";

/** One line of what was typed or pasted. */
export interface InviteeLine {
  /** From 1, as in the text. */
  number: number;
  text: string;
  email: string;
  name: string;
  department: string | undefined;
  /** Why it cannot be invited; null as far as the browser can tell. */
  problem: string | null;
}

const ADDRESS_IN_BRACKETS = /^(?<name>[^<>]*)<(?<email>[^<>]+)>$/;
const CELL = /\s*("(?:[^"]|"")*"|[^",;\t]*)\s*(?:[,;\t]|$)/gy;
const HEADER = /^"?e-?mail\b/i;
const SEPARATORS = /[,;\t]/;
const Person = UserFields.pick({ email: true, name: true, department: true });

/**
 * `Name <mail@x>`, `mail@x`, or `mail,name,department` (also with semicolons or tabs, as spreadsheets
 * copy them). Several addresses on one line are a line each. Without a name, the address gives one.
 */
export function parseInvitees(text: string): InviteeLine[] {
  const lines = text.split(/\r?\n/).flatMap((line, index) => {
    const trimmed = line.trim();
    const isHeader = index === 0 && HEADER.test(trimmed) && !trimmed.includes("@");
    if (!trimmed || isHeader) return [];
    return splitPeople(trimmed).map((person) => readLine(person, index + 1));
  });
  return markRepeated(lines);
}

/** What keeps a text from being sent at all; null when nothing does. */
export function problemWith(lines: readonly InviteeLine[]): string | null {
  if (lines.length === 0) return "Name at least one person";
  if (lines.length > MAX_INVITEES) return `At most ${MAX_INVITEES} people are invited in one go`;
  return lines.some(({ problem }) => problem === null) ? null : "None of the lines can be invited";
}

/** Parts that are each an address: a line of them, as mail programs copy it. */
function splitPeople(line: string): string[] {
  const parts = line.split(/[,;]/).filter((part) => part.trim());
  return parts.length > 1 && parts.every((part) => part.includes("@")) ? parts : [line];
}

function readLine(text: string, number: number): InviteeLine {
  const { email, name, department } = readPerson(text.trim());
  const person = { email, name: name || nameOf(email), department: department || undefined };
  const { error } = Person.safeParse(person);
  return { number, text: text.trim(), ...person, problem: error?.issues[0]?.message ?? null };
}

function readPerson(text: string): { email: string; name: string; department?: string } {
  const { groups } = ADDRESS_IN_BRACKETS.exec(text) ?? {};
  if (groups) return { email: (groups.email ?? "").trim(), name: unquote(groups.name ?? "") };
  if (!SEPARATORS.test(text)) return { email: text, name: "" };
  const [email = "", name = "", department = ""] = cellsOf(text);
  return { email, name, department };
}

function cellsOf(text: string): string[] {
  return [...text.matchAll(CELL)].map(([, cell = ""]) => unquote(cell));
}

function unquote(text: string): string {
  const trimmed = text.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  return isQuoted ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}

/** "Ada Lovelace" from "ada.lovelace@example.com". */
function nameOf(email: string): string {
  const words = (email.split("@")[0] ?? "").split(/[._+-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

function markRepeated(lines: InviteeLine[]): InviteeLine[] {
  const first = new Map<string, number>();
  return lines.map((line) => {
    const key = line.email.normalize("NFKC").trim().toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, line.number);
    if (earlier === undefined || line.problem) return line;
    return { ...line, problem: `Line ${earlier} has this address` };
  });
}
