import { z } from "zod";
import { isStorable } from "../text/schema.ts";
import { isRoleName, PERMISSION_NAMES, PERMISSIONS } from "./catalog.ts";

const MAX_NETWORKS = 50;

/** The name of a system role or the key of a custom one; whether it exists is looked up at the write. */
export const RoleKey = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/, "Use lower-case letters, digits and hyphens, a letter first");

export const CustomRoleKey = RoleKey.refine(
  (key) => !isRoleName(key),
  "A system role has this key",
);

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Expected a time such as 09:30");

const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, "Expected a time zone such as Europe/Berlin");

/** An IANA name; Intl would take offsets as well. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/**
 * From `from` (included) to `to` (not included) by the wall clock of `timeZone`. A window that ends
 * no later than it begins ends on the next day; `days` name the day on which it begins.
 */
export const TimeWindow = z.strictObject({
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  days: z
    .array(z.int().min(1).max(7))
    .min(1, "Choose at least one day")
    .max(7)
    .refine((days) => new Set(days).size === days.length, "Each day once"),
  from: ClockTime,
  to: ClockTime,
  timeZone: TimeZone,
});
export type TimeWindow = z.infer<typeof TimeWindow>;

const Network = z.union([z.cidrv4(), z.cidrv6()], "Expected a network such as 192.0.2.0/24");

/** All that are named must hold for the grant to count. */
export const Conditions = z.strictObject({
  /** Only about oneself. */
  records: z.literal("own").optional(),
  /** Only about users of one's own department; nobody without a department is in it. */
  department: z.literal("same").optional(),
  time: TimeWindow.optional(),
  /** Only from addresses in one of these networks (CIDR). */
  network: z.array(Network).min(1, "Name at least one network").max(MAX_NETWORKS).optional(),
});
export type Conditions = z.infer<typeof Conditions>;
export type ConditionName = keyof Conditions;

/** A permission and what limits it; several grants of one permission are alternatives. */
export const Grant = z
  .strictObject({
    permission: z.enum(PERMISSION_NAMES),
    conditions: Conditions.default({}),
  })
  .refine(
    ({ permission, conditions: { records, department } }) =>
      "isPerUser" in PERMISSIONS[permission] || !(records || department),
    { path: ["conditions"], message: "This permission is not about single users" },
  );
export type Grant = z.infer<typeof Grant>;

/** A grant to be made: one that could never count is refused. Those that are held are taken as they are. */
export const GrantToMake = Grant.refine(
  ({ permission, conditions }) => !(conditions.records && "isOnOthers" in PERMISSIONS[permission]),
  { path: ["conditions"], message: "Nobody does this to themselves" },
);

/** A user's department, compared letter by letter; empty text is none. */
export const Department = z
  .string()
  .max(100)
  .refine(isStorable, { message: "Contains characters that cannot be stored" })
  .trim()
  .transform((text) => text || null)
  .nullable();
