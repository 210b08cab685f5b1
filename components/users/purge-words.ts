import type {
  EmptyTrashPreview,
  Losses,
  PurgePreview,
} from "#server/domains/users/trash/schema.ts";

export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

type Line = [count: number, words: string];

/** What a purge takes along, in words; what there is none of is left out. */
export function describeLosses(goes: Losses): string[] {
  return said([
    [1, "The profile: name, address, roles"],
    [goes.pictures, "The picture"],
    [goes.passwords, "The password"],
    ...describeBelongings(goes, "A change of address that waits for confirmation"),
  ]);
}

/** The same for many users at once. */
export function describeAllLosses({ users, goes }: EmptyTrashPreview): string[] {
  const changes = counted(goes.emailChanges, "change of address", "changes of address");
  return said([
    [users, counted(users, "profile")],
    [goes.pictures, counted(goes.pictures, "picture")],
    [goes.passwords, counted(goes.passwords, "password")],
    ...describeBelongings(goes, `${changes} not confirmed yet`),
  ]);
}

function describeBelongings(goes: Losses, emailChanges: string): Line[] {
  const others =
    goes.defaultsOfOthers > 0
      ? `, with which the list opens for ${counted(goes.defaultsOfOthers, "other person", "other people")}`
      : "";
  return [
    [goes.sessions, counted(goes.sessions, "session")],
    [goes.links, counted(goes.links, "mailed link")],
    [goes.emailChanges, emailChanges],
    [goes.privateViews, counted(goes.privateViews, "private view")],
    [goes.sharedViews, counted(goes.sharedViews, "shared view") + others],
  ];
}

/** And what it leaves. */
export function describeRemains({ stays }: PurgePreview): string[] {
  return said([
    [
      stays.auditEntries + 1,
      `${counted(stays.auditEntries, "entry", "entries")} of the audit log, with the name`,
    ],
    [stays.mails, `${counted(stays.mails, "mail")} sent to this address`],
  ]);
}

export function describeAllRemains({ outOfReach }: EmptyTrashPreview): string[] {
  return said([
    [1, "What the audit log says of them, with the names, and mails sent to them"],
    [outOfReach, `${counted(outOfReach, "user")} in the trash who may do as much as you, or more`],
  ]);
}

const said = (lines: Line[]) => lines.filter(([count]) => count > 0).map(([, words]) => words);
