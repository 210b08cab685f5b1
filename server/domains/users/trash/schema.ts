import { z } from "zod";
import { ListInput, ListPage } from "#server/platform/list/schema.ts";
import { SelectionOf } from "#server/platform/list/selection/schema.ts";
import { EmailAddress } from "#server/platform/text/schema.ts";

/** What the trash can be filtered and sorted by; an index serves each. */
export const TRASH_FIELDS = {
  name: { label: "Name", type: "text", isSortable: true },
  email: { label: "E-mail", type: "text", isSortable: true },
  deletedAt: { label: "Deleted", type: "instant", isSortable: true },
} as const;

export const ListTrashInput = ListInput(TRASH_FIELDS, [{ field: "deletedAt", direction: "desc" }]);
export type ListTrashInput = z.infer<typeof ListTrashInput>;

export const TrashSelection = SelectionOf(TRASH_FIELDS);
export type TrashSelection = z.infer<typeof TrashSelection>;

export const RestoreUsersInput = z.strictObject({ selection: TrashSelection });
export type RestoreUsersInput = z.infer<typeof RestoreUsersInput>;

export const TrashedUser = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  deletedAt: z.date(),
  /** Null when that was no user, or one who is gone since. */
  deletedBy: z.string().nullable(),
  /** From when on the user is purged. */
  purgeAt: z.date(),
});
export type TrashedUser = z.infer<typeof TrashedUser>;

export const TrashPage = ListPage(TrashedUser);
export type TrashPage = z.infer<typeof TrashPage>;

/** The address once more, typed by whoever is sure. */
export const PurgeUserInput = z.strictObject({ userId: z.uuid(), email: EmailAddress });
export type PurgeUserInput = z.infer<typeof PurgeUserInput>;

const Count = z.int().min(0);

export const Losses = z.strictObject({
  pictures: Count,
  passwords: Count,
  sessions: Count,
  /** Mailed links that still work. */
  links: Count,
  emailChanges: Count,
  privateViews: Count,
  sharedViews: Count,
  /** People whose list opens with one of the shared views. */
  defaultsOfOthers: Count,
});
export type Losses = z.infer<typeof Losses>;

/** What a purge takes along and what it leaves, as numbers of records. */
export const PurgePreview = z.strictObject({
  goes: Losses,
  stays: z.strictObject({
    /** About the user or by them, with their name. */
    auditEntries: Count,
    mails: Count,
  }),
});
export type PurgePreview = z.infer<typeof PurgePreview>;

/** What emptying the trash takes along. */
export const EmptyTrashPreview = z.strictObject({
  users: Count,
  /** In the trash as well, but they may do as much as whoever asks, or more. */
  outOfReach: Count,
  goes: Losses,
});
export type EmptyTrashPreview = z.infer<typeof EmptyTrashPreview>;

/** How many users go, typed by whoever is sure. */
export const EmptyTrashInput = z.strictObject({ users: z.int().min(1) });
export type EmptyTrashInput = z.infer<typeof EmptyTrashInput>;

/** `left` of those who were counted wait for the next call. */
export const EmptiedTrash = z.strictObject({ purged: Count, left: Count });
export type EmptiedTrash = z.infer<typeof EmptiedTrash>;
