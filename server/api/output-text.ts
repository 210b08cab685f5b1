import superjson from "superjson";
import { toIsoString } from "./iso-date.ts";
import type { Utf8Text } from "./utf8-text.ts";

/** What is noted while data is written. */
interface Writing {
  out: Utf8Text;
  /** superjson's `meta.values`, so far: the paths of what JSON cannot carry, with their kind. */
  values: string;
  seen: Set<object>;
}

/**
 * Writes what `JSON.stringify(superjson.serialize(data))` returns, in one pass. Data of another kind
 * than plain rows (objects and arrays without repetition, text, numbers, booleans, null, undefined,
 * dates) is left to superjson.
 */
export function writeOutput(data: unknown, out: Utf8Text): void {
  const start = out.mark();
  if (isObject(data) && !(data instanceof Date) && wrote(data, out)) return;
  out.cutTo(start);
  out.text += superjson.stringify(data);
}

/** This and what it calls answer false, and stop, at what is left to superjson. */
function wrote(data: object, out: Utf8Text): boolean {
  const writing: Writing = { out, values: "", seen: new Set() };
  out.text += '{"json":';
  if (!wroteObject(data, "", writing)) return false;
  out.text += writing.values === "" ? "}" : `,"meta":{"values":{${writing.values}},"v":1}}`;
  return true;
}

/** What JSON escapes (controls, quotes, backslashes), and what it might: half a surrogate pair. */
const ESCAPED = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;
/** Escaped in paths, sorted before others, or refused. */
const SPECIAL_KEY = /[.\\]|^(?:\d*|__proto__|constructor|prototype)$/;
const MAX_KEYS = 10_000;
const keyTexts = new Map<string, string | undefined>();

function wroteObject(value: object, path: string, writing: Writing): boolean {
  if (writing.seen.has(value)) return false;
  writing.seen.add(value);
  if (value instanceof Date) return wroteDate(value, path, writing);
  if (Array.isArray(value)) return wroteArray(value, path, writing);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return wroteRecord(value as Record<string, unknown>, path, writing);
}

function wroteRecord(value: Record<string, unknown>, path: string, writing: Writing): boolean {
  const { out } = writing;
  const prefix = path === "" ? "" : `${path}.`;
  let separator = "{";
  for (const key of Object.keys(value)) {
    const written = keyText(key);
    if (written === undefined) return false;
    out.text += separator + written;
    if (!wroteValue(value[key], prefix + key, writing)) return false;
    separator = ",";
  }
  out.text += separator === "{" ? "{}" : "}";
  return true;
}

/** Dates and undefined directly in an array are left to superjson, which sorts their paths first. */
function wroteArray(value: unknown[], path: string, writing: Writing): boolean {
  if (Object.keys(value).length !== value.length) return false;
  const { out } = writing;
  const prefix = path === "" ? "" : `${path}.`;
  let separator = "[";
  for (const [index, inner] of value.entries()) {
    if (inner === undefined || inner instanceof Date) return false;
    out.text += separator;
    if (!wroteValue(inner, prefix + index, writing)) return false;
    out.encodeIfLong();
    separator = ",";
  }
  out.text += separator === "[" ? "[]" : "]";
  return true;
}

function wroteValue(value: unknown, path: string, writing: Writing): boolean {
  if (isObject(value)) return wroteObject(value, path, writing);
  if (value === undefined) note(path, "undefined", writing);
  const text = scalarText(value);
  if (text === undefined) return false;
  writing.out.text += text;
  return true;
}

/** Text, booleans and the numbers that JSON can write; null, for undefined too. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return stringText(value);
  if (value === null || value === undefined) return "null";
  const isJson = typeof value === "boolean" || (Number.isFinite(value) && !Object.is(value, -0));
  return isJson ? String(value) : undefined;
}

function stringText(value: string): string {
  return ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`;
}

function wroteDate(value: Date, path: string, writing: Writing): boolean {
  if (Number.isNaN(value.getTime())) return false;
  note(path, "Date", writing);
  writing.out.text += `"${toIsoString(value)}"`;
  return true;
}

function note(path: string, kind: "Date" | "undefined", writing: Writing): void {
  const separator = writing.values === "" ? "" : ",";
  writing.values += `${separator}${stringText(path)}:["${kind}"]`;
}

/** A key as JSON, or undefined when it is left to superjson; the keys of our rows come again and again. */
function keyText(key: string): string | undefined {
  if (keyTexts.has(key)) return keyTexts.get(key);
  if (keyTexts.size >= MAX_KEYS) keyTexts.clear();
  const text = SPECIAL_KEY.test(key) ? undefined : `${JSON.stringify(key)}:`;
  keyTexts.set(key, text);
  return text;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
