import { z } from "zod";
import { AppError } from "#server/platform/errors.ts";

export type CursorValue = string | number;

/** A place in a sorted list, and which way the page lies. */
export interface Cursor {
  /** Of the row beside it, in the order of the sort; the last is its id. */
  values: CursorValue[];
  towards: "next" | "previous";
  /** The list, search, filter and sort it was made for; another one is refused. */
  scope: string;
}

const EncodedCursor = z.tuple([
  z.array(z.union([z.string(), z.number()])).min(1),
  z.enum(["next", "previous"]),
  z.string(),
]);

export function encodeCursor({ values, towards, scope }: Cursor): string {
  return Buffer.from(JSON.stringify([values, towards, scope])).toString("base64url");
}

/** @throws AppError VALIDATION for a cursor that was not made here or belongs to another list */
export function decodeCursor(text: string, scope: string): Cursor {
  const parsed = EncodedCursor.safeParse(
    parseJson(Buffer.from(text, "base64url").toString("utf8")),
  );
  if (!parsed.success || parsed.data[2] !== scope) throw refuseCursor();
  const [values, towards] = parsed.data;
  return { values, towards, scope };
}

export function refuseCursor(): AppError {
  const message = "This cursor does not belong to this list; start at the first page";
  return new AppError("VALIDATION", message, {
    fields: [{ path: "cursor", code: "invalid_cursor", message }],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
