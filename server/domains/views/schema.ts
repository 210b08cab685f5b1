import { z } from "zod";
import { RoleKey } from "#server/platform/access/schema.ts";
import { isStorable, Text } from "#server/platform/text/schema.ts";
import { VIEW_LIST_NAMES, VIEW_STATE_KEYS } from "./catalog.ts";

export const MAX_STATE_LENGTH = 4000;
const MAX_ROLES = 50;
const TOO_LONG = "Too much for a view: shorten the filter";

export const SHARINGS = ["private", "roles", "everyone"] as const;

const ListName = z.enum(VIEW_LIST_NAMES);

/**
 * A query string, kept in the form in which URLSearchParams writes it: plain ASCII. What the values
 * mean is for the list to check at each use.
 */
export const ViewState = z
  .string()
  .max(MAX_STATE_LENGTH, TOO_LONG)
  .refine(isStorableState, { message: "Contains characters that cannot be stored" })
  .refine(hasKnownKeysOnly, { message: "Sets something that is no part of a view" })
  .transform((text) => new URLSearchParams(text).toString())
  .pipe(z.string().max(MAX_STATE_LENGTH, TOO_LONG));

function isStorableState(text: string): boolean {
  return isStorable(text) && [...new URLSearchParams(text).values()].every(isStorable);
}

function hasKnownKeysOnly(text: string): boolean {
  const keys = [...new URLSearchParams(text).keys()];
  const known: readonly string[] = VIEW_STATE_KEYS;
  return new Set(keys).size === keys.length && keys.every((key) => known.includes(key));
}

export const ViewShare = z
  .strictObject({
    /** Who may open the view; roles and everyone only as far as they may see the list. */
    sharing: z.enum(SHARINGS),
    /** With whom it is shared when that is roles. */
    roles: z
      .array(RoleKey)
      .max(MAX_ROLES)
      .refine((roles) => new Set(roles).size === roles.length, "Each role once"),
    /** Who may save another state into it: its owner, or all who may open it. */
    canEdit: z.enum(["owner", "shared"]),
  })
  .refine(({ sharing, roles }) => sharing !== "roles" || roles.length > 0, {
    path: ["roles"],
    message: "Choose at least one role",
  });
export type ViewShare = z.infer<typeof ViewShare>;

export const View = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  state: z.string(),
  sharing: z.enum(SHARINGS),
  isOwn: z.boolean(),
  /** Whether the caller may save another state into it. */
  isEditable: z.boolean(),
  /** Whether the list opens with it for the caller. */
  isDefault: z.boolean(),
  /** Null when it is the caller's own, or when its owner is nobody that they may see. */
  ownerName: z.string().nullable(),
  /** Only for its owner. */
  share: ViewShare.nullable(),
  version: z.int(),
});
export type View = z.infer<typeof View>;

export const ListViewsInput = z.strictObject({ list: ListName });

export const CreateViewInput = z.strictObject({
  list: ListName,
  name: Text(80),
  state: ViewState,
  share: ViewShare,
});
export type CreateViewInput = z.output<typeof CreateViewInput>;

/** What is left out stays as it is. */
export const UpdateViewInput = z.strictObject({
  viewId: z.uuid(),
  /** The version that the editor saw; another one in the database is a CONFLICT. */
  version: z.int().min(1),
  /** Another one only for its owner. */
  name: Text(80).optional(),
  state: ViewState.optional(),
  /** Only for its owner. */
  share: ViewShare.optional(),
});
export type UpdateViewInput = z.output<typeof UpdateViewInput>;

export const ViewId = z.strictObject({ viewId: z.uuid() });

export const SetDefaultViewInput = z.strictObject({
  list: ListName,
  /** Left out: the list opens as it comes. */
  viewId: z.uuid().optional(),
});
export type SetDefaultViewInput = z.infer<typeof SetDefaultViewInput>;
