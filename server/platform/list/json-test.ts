import { isStorable } from "#server/platform/text/schema.ts";

/** A path into a JSON document, and what may stand there: a word may be a text, a number or a truth value. */
export interface JsonTest {
  path: string[];
  values: (string | number | boolean | null)[];
}

const KEY = String.raw`[\p{L}\p{N}_$-]+`;
const TEST = new RegExp(`^(${KEY}(?:\\.${KEY})*)\\s*=\\s*(\\S.*)$`, "u");

/** Reads `payload.userId = 42`; null for anything else. Quotes make a text of what is a number without. */
export function parseJsonTest(text: string): JsonTest | null {
  const [, path, value] = TEST.exec(text.trim()) ?? [];
  if (!path || !value) return null;
  const literal = parseScalar(value);
  // What an escape stands for may be nothing that a document holds.
  if (typeof literal === "string" && !isStorable(literal)) return null;
  if (typeof literal === "string") return { path: path.split("."), values: [literal] };
  return { path: path.split("."), values: literal === undefined ? [value] : [value, literal] };
}

function parseScalar(text: string): JsonTest["values"][number] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? undefined
      : (value as JsonTest["values"][number]);
  } catch {
    return undefined;
  }
}
