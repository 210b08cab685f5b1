import superjson from "superjson";
import { AppError } from "#server/platform/errors.ts";

const MAX_DEPTH = 32;
const UNSAFE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * superjson, which carries dates and undefined through JSON. Input is looked through first: copying
 * `__proto__` would set a prototype, past every schema.
 */
export const transformer = {
  input: {
    serialize: superjson.serialize,
    deserialize(value: unknown) {
      if (isRecord(value)) refuseUnsafe(value.json, []);
      return superjson.deserialize(value as Parameters<typeof superjson.deserialize>[0]);
    },
  },
  output: superjson,
};

function refuseUnsafe(value: unknown, path: readonly string[]): void {
  if (typeof value !== "object" || value === null) return;
  if (path.length >= MAX_DEPTH)
    throw refusal(path, "too_deep", `Nested deeper than ${MAX_DEPTH} levels`);
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    if (UNSAFE_KEYS.has(key) && !Array.isArray(value))
      throw refusal(at, "unrecognized_keys", "Unknown field");
    refuseUnsafe(inner, at);
  }
}

function refusal(path: readonly string[], code: string, message: string): AppError {
  const fields = [{ path: path.join("."), code, message }];
  return new AppError("VALIDATION", "Some fields need another value.", { fields });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
