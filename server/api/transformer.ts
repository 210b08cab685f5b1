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
      const unsafe = isRecord(value) && findUnsafe(value.json, 0);
      if (unsafe) throw refusal(unsafe);
      return superjson.deserialize(value as Parameters<typeof superjson.deserialize>[0]);
    },
  },
  output: superjson,
};

interface Unsafe {
  path: string[];
  code: "too_deep" | "unrecognized_keys";
}

function findUnsafe(value: unknown, depth: number): Unsafe | undefined {
  if (!isRecord(value)) return undefined;
  if (depth >= MAX_DEPTH) return { path: [], code: "too_deep" };
  const isArray = Array.isArray(value);
  for (const key of Object.keys(value)) {
    if (!isArray && UNSAFE_KEYS.has(key)) return { path: [key], code: "unrecognized_keys" };
    const inner = findUnsafe(value[key], depth + 1);
    if (inner) return { ...inner, path: [key, ...inner.path] };
  }
  return undefined;
}

function refusal({ path, code }: Unsafe): AppError {
  const message = code === "too_deep" ? `Nested deeper than ${MAX_DEPTH} levels` : "Unknown field";
  const fields = [{ path: path.join("."), code, message }];
  return new AppError("VALIDATION", "Some fields need another value.", { fields });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
