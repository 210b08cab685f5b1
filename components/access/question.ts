import { z } from "zod";
import { ExplainInput } from "#server/domains/roles/schema.ts";
import type { Permission } from "#server/platform/access/catalog.ts";

const NOT_THE_TIME = "Expected a date and a time";

/** What is asked as the form holds it: empty text and an empty list for what is left open. */
const Fields = z.strictObject({
  subject: z.enum(["user", "roles"]),
  userId: z.string(),
  roleKeys: z.array(z.string()),
  door: z.enum(["permission", "procedure"]),
  permission: z.string(),
  procedure: z.string(),
  record: z.string(),
  at: z.string().refine((text) => !Number.isNaN(Date.parse(text || "2000-01-01")), NOT_THE_TIME),
  address: z.string().trim(),
});
export type Question = z.infer<typeof Fields>;

/** Checks what the procedure would check, under the names of the form's inputs. */
export const Question = Fields.transform(toInput).pipe(ExplainInput);

export const NO_QUESTION: Question = {
  subject: "user",
  userId: "",
  roleKeys: [],
  door: "permission",
  permission: "",
  procedure: "",
  record: "",
  at: "",
  address: "",
};

export function toInput(question: Question): ExplainInput {
  const { subject, userId, roleKeys, door, permission, procedure, record, at, address } = question;
  return {
    userId: (subject === "user" && userId) || undefined,
    roleKeys: subject === "roles" && roleKeys.length > 0 ? roleKeys : undefined,
    permission: ((door === "permission" && permission) || undefined) as Permission | undefined,
    procedure: (door === "procedure" && procedure) || undefined,
    record: record ? { type: "user", id: record } : undefined,
    at: at ? new Date(at) : undefined,
    address: address || undefined,
  };
}
