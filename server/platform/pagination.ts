import { z } from "zod";
import { AppError } from "./errors.ts";
import { isStorable } from "./text/schema.ts";

/** A place in a sorted list: the sort value and id of the row beside it, and which way the page lies. */
export interface Cursor {
  value: string;
  id: string;
  towards: "next" | "previous";
  /** The sort and filter it was made for; another one is refused. */
  scope: string;
}

const EncodedCursor = z.tuple([
  z.string().refine(isStorable),
  z.uuid(),
  z.enum(["next", "previous"]),
  z.string(),
]);

export function encodeCursor({ value, id, towards, scope }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id, towards, scope])).toString("base64url");
}

/** @throws AppError VALIDATION for a cursor that was not made here or belongs to another list */
export function decodeCursor(text: string, scope: string): Cursor {
  const parsed = EncodedCursor.safeParse(
    parseJson(Buffer.from(text, "base64url").toString("utf8")),
  );
  if (!parsed.success || parsed.data[3] !== scope) throw refuseCursor();
  const [value, id, towards] = parsed.data;
  return { value, id, towards, scope };
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
