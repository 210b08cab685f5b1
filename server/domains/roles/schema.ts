import { z } from "zod";
import { PERMISSION_NAMES } from "#server/platform/access/catalog.ts";
import {
  type Conditions,
  CustomRoleKey,
  Grant,
  GrantToMake,
  RoleKey,
  type TimeWindow,
} from "#server/platform/access/schema.ts";
import { Text } from "#server/platform/text/schema.ts";

const MAX_GRANTS = 100;

export const Role = z.strictObject({
  key: z.string(),
  label: z.string(),
  description: z.string(),
  /** System roles are always there and never change. */
  isSystem: z.boolean(),
  grants: z.array(Grant),
  /** To be sent back with a change; null for a system role. */
  version: z.int().nullable(),
  updatedAt: z.date().nullable(),
});
export type Role = z.infer<typeof Role>;

/** How many of the users whom the caller may see hold a role; those that nobody holds are left out. */
export const RoleHolders = z.strictObject({ key: z.string(), count: z.int() });
export type RoleHolders = z.infer<typeof RoleHolders>;

export const RoleId = z.strictObject({ key: RoleKey });
export type RoleId = z.infer<typeof RoleId>;

export const RoleFields = z.strictObject({
  key: CustomRoleKey,
  label: Text(60),
  description: Text(300),
  grants: z.array(GrantToMake).min(1, "Choose at least one permission").max(MAX_GRANTS),
});
export type RoleFields = z.infer<typeof RoleFields>;

export const UpdateRoleInput = RoleFields.extend({
  /** The version that the editor saw; another one in the database is a CONFLICT. */
  version: z.int().min(1),
});
export type UpdateRoleInput = z.infer<typeof UpdateRoleInput>;

export const DeleteRoleInput = z.strictObject({ key: CustomRoleKey });

/** A role as whoever gives it to somebody sees it. */
export const RoleOption = Role.pick({
  key: true,
  label: true,
  description: true,
  isSystem: true,
}).extend({
  /** Whether the caller may give it: they may do all that it allows. */
  isGrantable: z.boolean(),
  /** Whether the caller may act on those who hold it and nothing else. */
  isBelow: z.boolean(),
});
export type RoleOption = z.infer<typeof RoleOption>;

/** A grant and the role that it comes from. */
export const HeldGrant = Grant.safeExtend({ role: z.string(), roleLabel: z.string() });

const Permission = z.enum(PERMISSION_NAMES);

/** What somebody may do, through which grants; a grant without conditions counts always and everywhere. */
export const EffectivePermission = z.strictObject({
  permission: Permission,
  /** `all`, or `some` when each grant of it has conditions. */
  scope: z.enum(["all", "some"]),
  /** The grants that decide: one that is unconditional, or all alternatives. */
  grants: z.array(HeldGrant),
});
export type EffectivePermission = z.infer<typeof EffectivePermission>;

export const ExplainInput = z
  .strictObject({
    /** Whose access: a user's, or that of whoever holds these roles. */
    userId: z.uuid().optional(),
    roleKeys: z.array(RoleKey).min(1).max(20).optional(),
    /** What they want: a permission, or a procedure by its path (`users.suspend`). */
    permission: Permission.optional(),
    procedure: Text(100).optional(),
    /** On what; left out, the question is whether there is anything on which they may. */
    record: z.strictObject({ type: z.literal("user"), id: z.uuid() }).optional(),
    /** When; now, if left out. */
    at: z.date().optional(),
    /** From where; left out, grants for some networks do not count. */
    address: z.union([z.ipv4(), z.ipv6()], "Expected an IP address").optional(),
  })
  .refine(({ userId, roleKeys }) => Boolean(userId) !== Boolean(roleKeys), {
    path: ["userId"],
    message: "Name either a user or roles",
  })
  .refine(({ permission, procedure }) => Boolean(permission) !== Boolean(procedure), {
    path: ["permission"],
    message: "Name either a permission or a procedure",
  });
export type ExplainInput = z.infer<typeof ExplainInput>;

export const Explanation = z.strictObject({
  isAllowed: z.boolean(),
  /** Null where anyone may, signed in or not. */
  permission: Permission.nullable(),
  /** The grant that decides; null when none does. */
  rule: HeldGrant.nullable(),
  /** What was looked at, in order. */
  steps: z.array(z.strictObject({ text: z.string(), holds: z.boolean() })),
  /** Any one of these would turn the answer around. */
  wouldChangeIt: z.array(z.string()),
});
export type Explanation = z.infer<typeof Explanation>;

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "only for oneself, only on Mon, Tue 09:00 to 17:00 (Europe/Berlin)"; empty for no conditions. */
export function describeConditions(conditions: Conditions): string {
  const { records, department, time, network } = conditions;
  return [
    records && "only for oneself",
    department && "only for users of one's own department",
    time && `only on ${describeTime(time)}`,
    network && `only from ${network.join(", ")}`,
  ]
    .filter(Boolean)
    .join(", ");
}

export function describeTime({ days, from, to, timeZone }: TimeWindow): string {
  const names = [...days].sort().map((day) => DAYS[day - 1]);
  return `${names.join(", ")} ${from} to ${to} (${timeZone})`;
}
