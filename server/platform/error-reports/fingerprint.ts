import { hash } from "node:crypto";
import { toStorable } from "./storable.ts";

/** Where an error happened. */
export interface Place {
  kind: "procedure" | "request" | "page" | "job";
  /** The procedure, route, page or queue. */
  place: string;
}

/** What tells errors apart, without what differs from one to the next of the same kind. */
export interface Likeness {
  fingerprint: string;
  name: string;
  message: string;
}

export interface ErrorFacts {
  name: string;
  message: string;
  stack: string | undefined;
}

const MAX_NAME = 200;
const MAX_TEXT = 8_000;
/** What tells messages apart is at their beginning; what follows is not worth the time. */
const MAX_COMPARED = 2_000;
const MAX_MESSAGE = 300;
const MAX_FRAMES = 5;

/** In turn: what an earlier one has replaced, no later one sees. */
const VARIABLE: [pattern: RegExp, word: string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "<id>"],
  // Bounded, as each character may begin one: without, a long word costs the square of its length.
  [/[^\s"'`<>@]{1,64}@[^\s"'`<>@]{1,255}\.[^\s"'`<>@]+/g, "<address>"],
  [/"[^"\n]*"|`[^`\n]*`|(?<![\w>])'[^'\n]*'/g, "<text>"],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/gi, "<hex>"],
  [/-?\d+(?:[.,:]\d+)*/g, "<n>"],
];

/** Errors of one cause are alike, whatever ids, numbers and texts they name. */
export function likenessOf({ kind, place }: Place, { name, message, stack }: ErrorFacts): Likeness {
  const plain = generalise(message);
  const parts = [kind, place, name, plain, ...framesOf(stack)];
  return {
    fingerprint: hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22),
    name,
    message: plain,
  };
}

export function generalise(message: string): string {
  const compared = message.slice(0, MAX_COMPARED);
  const text = VARIABLE.reduce((rest, [pattern, word]) => rest.replace(pattern, word), compared);
  return toStorable(text.replace(/\s+/g, " ").trim(), MAX_MESSAGE);
}

/** Functions and files of our own, without lines, which move with every edit. */
function framesOf(stack: string | undefined): string[] {
  return (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !/node_modules|node:|<anonymous>/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) =>
      line
        .trim()
        .replace(/:\d+(?::\d+)?(?=\)|$)/g, "")
        .replace(/(?:file:\/\/)?\/\S*\/(?=(?:server|app|components|db|dist)\/)/, "")
        .replace(/\?\S*/g, ""),
    );
}

/**
 * What is thrown may be anything; of a failed query its cause speaks, as its own message has the values
 * in it. Short enough to keep, and without what Postgres cannot hold.
 */
export function factsOf(error: unknown): ErrorFacts {
  const { name, message, stack, cause } = readParts(error);
  if (message?.startsWith("Failed query:") && cause instanceof Error) {
    return { ...factsOf(cause), stack: toStack(stack, message, "Failed query") };
  }
  const told = message ?? sayAnything(error);
  return {
    name: toStorable(name ?? "Error", MAX_NAME),
    message: toStorable(told, MAX_TEXT),
    stack: toStack(stack, told, told.slice(0, MAX_MESSAGE)),
  };
}

/** With less of the message, which stands beside it, so that a long one does not push the frames out. */
function toStack(stack: string | undefined, message: string, short: string): string | undefined {
  return (
    stack &&
    toStorable(
      stack.replace(message, () => short),
      MAX_TEXT,
    )
  );
}

/** As far as they are what they should be. */
function readParts(error: unknown) {
  try {
    const parts = (error ?? {}) as Partial<Record<keyof Error, unknown>>;
    const { name, message, stack, cause } = parts;
    return {
      name: textOrNone(name),
      message: textOrNone(message),
      stack: textOrNone(stack),
      cause,
    };
  } catch {
    return {};
  }
}

const textOrNone = (value: unknown) => (typeof value === "string" ? value : undefined);

function sayAnything(value: unknown): string {
  try {
    return String(value);
  } catch {
    return "Something that cannot be told";
  }
}
