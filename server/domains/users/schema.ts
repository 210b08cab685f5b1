import { z } from "zod";
import { ROLE_NAMES } from "#server/platform/access/catalog.ts";
import { Department, RoleKey } from "#server/platform/access/schema.ts";
import { FieldsOf, PartialListPage } from "#server/platform/list/fields/schema.ts";
import { type Filter, ListInput, ListPage, type SortableOf } from "#server/platform/list/schema.ts";
import { SelectionOf } from "#server/platform/list/selection/schema.ts";
import { EmailAddress, OptionalText, Text } from "#server/platform/text/schema.ts";

export const USER_STATUSES = ["invited", "active", "suspended"] as const;

export const KeptStatus = z.enum(USER_STATUSES);
/** Of a user who is not in the trash. */
export type KeptStatus = z.infer<typeof KeptStatus>;

export const UserStatus = z.enum([...USER_STATUSES, "deleted"]);
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
  /** When the suspension ends by itself. */
  suspendedUntil: z.date().nullable(),
  /** Since when the user is in the trash. */
  deletedAt: z.date().nullable(),
  emailVerifiedAt: z.date().nullable(),
  /** Changes with the picture; null for none. */
  avatarTag: z.string().nullable(),
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

const Suspension = {
  reason: OptionalText(500),
  /** When it ends by itself, at most ten years ahead; left out: when somebody ends it. */
  until: z.date().optional(),
};

export const SuspendUserInput = z.strictObject({ userId: z.uuid(), ...Suspension });
export type SuspendUserInput = z.infer<typeof SuspendUserInput>;

export const ChangeSuspensionEndInput = z.strictObject({
  userId: z.uuid(),
  /** Left out: the suspension ends when somebody ends it. */
  until: Suspension.until,
  /** The version that the editor saw; another one in the database is a CONFLICT. */
  version: z.int().min(1),
});
export type ChangeSuspensionEndInput = z.infer<typeof ChangeSuspensionEndInput>;

/** What users can be filtered and sorted by; an index serves each. */
export const USER_FIELDS = {
  name: { label: "Name", type: "text", isSortable: true },
  email: { label: "E-mail", type: "text", isSortable: true },
  status: { label: "Status", type: "choice", options: USER_STATUSES },
  /** Keys of custom roles as well. */
  roles: { label: "Roles", type: "choices", options: ROLE_NAMES, isOpen: true },
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

export const SuspendUsersInput = z.strictObject({ selection: UserSelection, ...Suspension });
export type SuspendUsersInput = z.infer<typeof SuspendUsersInput>;
export const SelectedUsersInput = z.strictObject({ selection: UserSelection });
export type SelectedUsersInput = z.infer<typeof SelectedUsersInput>;

/** What became of each user of a selection. */
export const BulkOutcome = z.strictObject({
  done: z.array(z.uuid()),
  refused: z.array(z.strictObject({ userId: z.uuid(), code: z.string(), message: z.string() })),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;

export const UserPage = ListPage(User);
export type UserPage = z.infer<typeof UserPage>;

export const ListUserFieldsInput = ListUsersInput.extend({ fields: FieldsOf(User) });
export type ListUserFieldsInput = z.infer<typeof ListUserFieldsInput>;
export const PartialUserPage = PartialListPage(User);
export type PartialUserPage = z.infer<typeof PartialUserPage>;

export const UserSessionId = z.strictObject({ userId: z.uuid(), sessionId: z.uuid() });
export type UserSessionId = z.infer<typeof UserSessionId>;

/** The address of the users that a filter matches. */
export function usersHref(filter: UserFilter): string {
  return `/users?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

export function usersWithStatus(status: KeptStatus): string {
  return usersHref({ field: "status", operator: "isAnyOf", value: [status] });
}
