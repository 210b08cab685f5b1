import { hash } from "node:crypto";

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

const MAX_MESSAGE = 300;
const MAX_FRAMES = 5;

/** In turn: what an earlier one has replaced, no later one sees. */
const VARIABLE: [pattern: RegExp, word: string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "<id>"],
  [/[^\s"'`<>@]+@[^\s"'`<>@]+\.[^\s"'`<>@]+/g, "<address>"],
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
  const text = VARIABLE.reduce((rest, [pattern, word]) => rest.replace(pattern, word), message);
  return text.replace(/\s+/g, " ").trim().slice(0, MAX_MESSAGE);
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

/** What is thrown may be anything; of a failed query its cause speaks, as its own message has the values in it. */
export function factsOf(error: unknown): ErrorFacts {
  const { name, message, stack, cause } = readParts(error);
  if (message?.startsWith("Failed query:") && cause instanceof Error) {
    return { ...factsOf(cause), stack: stack?.replace(message, "Failed query") };
  }
  return { name: name ?? "Error", message: message ?? sayAnything(error), stack };
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
