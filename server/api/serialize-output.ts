import superjson from "superjson";
import { toIsoString } from "./iso-date.ts";

type Serialized = ReturnType<typeof superjson.serialize>;

interface Copy {
  /** By path: what superjson calls the type of a value that JSON cannot carry. */
  values: Record<string, [type: "Date" | "undefined"]>;
  hasValues: boolean;
  seen: Set<object>;
}

/**
 * What `superjson.serialize` returns, made in one pass. Data of another kind than plain rows (objects
 * and arrays without repetition, text, numbers, booleans, null, undefined, dates) is left to superjson.
 */
export function serializeOutput(data: unknown): Serialized {
  if (typeof data !== "object" || data === null || data instanceof Date)
    return superjson.serialize(data);
  const copy: Copy = { values: {}, hasValues: false, seen: new Set() };
  const json = copyDeep(data, "", copy);
  if (json === NOT_PLAIN) return superjson.serialize(data);
  const serialized = copy.hasValues ? { json, meta: { values: copy.values, v: 1 } } : { json };
  return serialized as Serialized;
}

const NOT_PLAIN = Symbol("left to superjson");
/** Escaped in paths, sorted before others, or refused. */
const SPECIAL_KEY = /[.\\]|^(?:\d*|__proto__|constructor|prototype)$/;
const isPlainKey = new Map<string, boolean>();
const MAX_KEYS = 10_000;

function copyDeep(value: object, path: string, copy: Copy): unknown {
  if (copy.seen.has(value)) return NOT_PLAIN;
  copy.seen.add(value);
  if (value instanceof Date) return copyDate(value, path, copy);
  if (Array.isArray(value)) return copyArray(value, path, copy);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return NOT_PLAIN;
  return copyObject(value as Record<string, unknown>, path, copy);
}

function copyObject(value: Record<string, unknown>, path: string, copy: Copy): unknown {
  const result: Record<string, unknown> = {};
  const prefix = path === "" ? "" : `${path}.`;
  for (const key of Object.keys(value)) {
    if (!hasPlainKey(key)) return NOT_PLAIN;
    const inner = value[key];
    const copied = isJson(inner) ? inner : copyOther(inner, prefix + key, copy);
    if (copied === NOT_PLAIN) return NOT_PLAIN;
    result[key] = copied;
  }
  return result;
}

/** Dates and undefined directly in an array are left to superjson, which sorts their paths first. */
function copyArray(value: unknown[], path: string, copy: Copy): unknown {
  if (Object.keys(value).length !== value.length) return NOT_PLAIN;
  const prefix = path === "" ? "" : `${path}.`;
  const result: unknown[] = [];
  for (const [index, inner] of value.entries()) {
    if (inner === undefined || inner instanceof Date) return NOT_PLAIN;
    const copied = isJson(inner) ? inner : copyOther(inner, prefix + index, copy);
    if (copied === NOT_PLAIN) return NOT_PLAIN;
    result.push(copied);
  }
  return result;
}

function copyOther(value: unknown, path: string, copy: Copy): unknown {
  if (typeof value === "object" && value !== null) return copyDeep(value, path, copy);
  if (value !== undefined) return NOT_PLAIN;
  copy.values[path] = ["undefined"];
  copy.hasValues = true;
  return null;
}

function copyDate(value: Date, path: string, copy: Copy): unknown {
  if (Number.isNaN(value.getTime())) return NOT_PLAIN;
  copy.values[path] = ["Date"];
  copy.hasValues = true;
  return toIsoString(value);
}

/** Text, booleans, null and the numbers that JSON can write. */
function isJson(value: unknown): boolean {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  return Number.isFinite(value) && !Object.is(value, -0);
}

/** Paths are joined with dots; the keys of our rows are few and come again and again. */
function hasPlainKey(key: string): boolean {
  const known = isPlainKey.get(key);
  if (known !== undefined) return known;
  if (isPlainKey.size >= MAX_KEYS) isPlainKey.clear();
  const isPlain = !SPECIAL_KEY.test(key);
  isPlainKey.set(key, isPlain);
  return isPlain;
}
