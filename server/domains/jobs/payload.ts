import { z } from "zod";
import { AppError, fieldError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { isStorable } from "#server/platform/text/schema.ts";

/** @throws AppError VALIDATION with each refused field as `payload.…` */
export function assertPayload({ payload: schema }: JobDefinition, payload: unknown): void {
  if (!isStorableWithin(payload)) {
    throw fieldError("payload", "unstorable", "Contains characters that cannot be stored");
  }
  const { error } = schema.safeParse(payload);
  if (!error) return;
  throw new AppError("VALIDATION", "Some fields need another value.", {
    fields: error.issues.map(({ path, code, message }) => ({
      path: ["payload", ...path].join("."),
      code,
      message,
    })),
  });
}

function isStorableWithin(value: unknown): boolean {
  if (typeof value === "string") return isStorable(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorableWithin(part));
}

/** Where the payload does not fit, each as `path: message`. */
export function problemsOf({ payload: schema }: JobDefinition, payload: unknown): string[] {
  const issues = schema.safeParse(payload).error?.issues ?? [];
  return issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
}

/** What JSON Schema cannot say of a payload is left out, and checked when the job is enqueued. */
export function schemaOf({ payload }: JobDefinition): Record<string, unknown> | null {
  const schema = z.toJSONSchema(payload, { io: "input", unrepresentable: "any" });
  return schema.type === "object" ? { ...schema } : null;
}
