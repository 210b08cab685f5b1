import { z } from "zod";
import { ROLE_NAMES } from "#server/platform/access/catalog.ts";
import { EmailAddress, OptionalText, Text } from "#server/platform/text/schema.ts";

export const USER_STATUSES = ["invited", "active", "suspended"] as const;
export const USER_SORTS = ["createdAt", "name", "email", "lastSignInAt"] as const;

export const UserStatus = z.enum(USER_STATUSES);
export type UserStatus = z.infer<typeof UserStatus>;
export const RoleName = z.enum(ROLE_NAMES);

export const User = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  roles: z.array(RoleName),
  status: UserStatus,
  suspendedReason: z.string().nullable(),
  emailVerifiedAt: z.date().nullable(),
  lastSignInAt: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type User = z.infer<typeof User>;

export const UserId = z.strictObject({ userId: z.uuid() });
export type UserId = z.infer<typeof UserId>;

export const UserFields = z.strictObject({
  email: EmailAddress,
  name: Text(200),
  roles: z
    .array(RoleName)
    .min(1, "Choose at least one role")
    .max(ROLE_NAMES.length)
    .refine((roles) => new Set(roles).size === roles.length, "Each role once"),
});
export type UserFields = z.infer<typeof UserFields>;

export const UpdateUserInput = UserFields.omit({ email: true }).extend({
  userId: z.uuid(),
  /** The version that the editor saw; another one in the database is a CONFLICT. */
  version: z.int().min(1),
});
export type UpdateUserInput = z.infer<typeof UpdateUserInput>;

export const SuspendUserInput = z.strictObject({ userId: z.uuid(), reason: OptionalText(500) });
export type SuspendUserInput = z.infer<typeof SuspendUserInput>;

export const ListUsersInput = z.strictObject({
  search: OptionalText(200),
  status: UserStatus.optional(),
  role: RoleName.optional(),
  sort: z.enum(USER_SORTS).default("createdAt"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  /** The `nextCursor` or `previousCursor` of an earlier page with the same filter and sort. */
  cursor: Text(1_000).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListUsersInput = z.infer<typeof ListUsersInput>;

export const UserPage = z.strictObject({
  items: z.array(User),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  /** Exact up to 10,000; above that an estimate, and `isTotalEstimated` says so. */
  total: z.int(),
  isTotalEstimated: z.boolean(),
});
export type UserPage = z.infer<typeof UserPage>;

export const UserSessionId = z.strictObject({ userId: z.uuid(), sessionId: z.uuid() });
export type UserSessionId = z.infer<typeof UserSessionId>;
