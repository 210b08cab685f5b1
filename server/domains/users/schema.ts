import { z } from "zod";
import { ROLE_NAMES } from "#server/platform/access/catalog.ts";
import { Department, RoleKey } from "#server/platform/access/schema.ts";
import {
  type Filter,
  ListInput,
  ListPage,
  SelectionOf,
  type SortableOf,
} from "#server/platform/list/schema.ts";
import { EmailAddress, OptionalText, Text } from "#server/platform/text/schema.ts";

export const USER_STATUSES = ["invited", "active", "suspended"] as const;

export const UserStatus = z.enum(USER_STATUSES);
export type UserStatus = z.infer<typeof UserStatus>;

const MAX_ROLES = 20;

export const User = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  /** Names of system roles and keys of custom ones. */
  roles: z.array(z.string()),
  department: z.string().nullable(),
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
    .array(RoleKey)
    .min(1, "Choose at least one role")
    .max(MAX_ROLES)
    .refine((roles) => new Set(roles).size === roles.length, "Each role once"),
  /** Left out: none for a new user, unchanged for an edited one. */
  department: Department.optional(),
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

/** What users can be filtered and sorted by; an index serves each. */
export const USER_FIELDS = {
  name: { label: "Name", type: "text", isSortable: true },
  email: { label: "E-mail", type: "text", isSortable: true },
  status: { label: "Status", type: "choice", options: USER_STATUSES },
  roles: { label: "Roles", type: "choices", options: ROLE_NAMES },
  createdAt: { label: "Created", type: "instant", isSortable: true },
  updatedAt: { label: "Changed", type: "instant", isSortable: true },
  lastSignInAt: { label: "Last sign-in", type: "instant", isSortable: true, isOptional: true },
} as const;
export type UserFilter = Filter<typeof USER_FIELDS>;
export type UserSort = SortableOf<typeof USER_FIELDS>;

export const ListUsersInput = ListInput(USER_FIELDS, [{ field: "createdAt", direction: "desc" }]);
export type ListUsersInput = z.infer<typeof ListUsersInput>;

export const UserSelection = SelectionOf(USER_FIELDS);
export type UserSelection = z.infer<typeof UserSelection>;

export const SuspendUsersInput = z.strictObject({
  selection: UserSelection,
  reason: OptionalText(500),
});
export type SuspendUsersInput = z.infer<typeof SuspendUsersInput>;
export const ReinstateUsersInput = z.strictObject({ selection: UserSelection });
export type ReinstateUsersInput = z.infer<typeof ReinstateUsersInput>;

/** What became of each user of a selection. */
export const BulkOutcome = z.strictObject({
  done: z.array(z.uuid()),
  refused: z.array(z.strictObject({ userId: z.uuid(), code: z.string(), message: z.string() })),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;

export const UserPage = ListPage(User);
export type UserPage = z.infer<typeof UserPage>;

export const UserSessionId = z.strictObject({ userId: z.uuid(), sessionId: z.uuid() });
export type UserSessionId = z.infer<typeof UserSessionId>;

/** The address of the users that a filter matches. */
export function usersHref(filter: UserFilter): string {
  return `/users?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

export function usersWithStatus(status: UserStatus): string {
  return usersHref({ field: "status", operator: "isAnyOf", value: [status] });
}
