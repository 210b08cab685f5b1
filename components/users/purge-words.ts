import type { PurgePreview } from "#server/domains/users/trash/schema.ts";

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** What a purge takes along, in words; what there is none of is left out. */
export function describeLosses({ goes }: PurgePreview): string[] {
  const others =
    goes.defaultsOfOthers > 0
      ? `, with which the list opens for ${counted(goes.defaultsOfOthers, "other person", "other people")}`
      : "";
  const lines: [count: number, words: string][] = [
    [1, "The profile: name, address, roles"],
    [goes.passwords, "The password"],
    [goes.sessions, counted(goes.sessions, "session")],
    [goes.links, counted(goes.links, "mailed link")],
    [goes.emailChanges, "A change of address that waits for confirmation"],
    [goes.privateViews, counted(goes.privateViews, "private view")],
    [goes.sharedViews, counted(goes.sharedViews, "shared view") + others],
  ];
  return lines.filter(([count]) => count > 0).map(([, words]) => words);
}

/** And what it leaves. */
export function describeRemains({ stays }: PurgePreview): string[] {
  const lines: [count: number, words: string][] = [
    [
      stays.auditEntries + 1,
      `${counted(stays.auditEntries, "entry", "entries")} of the audit log, with the name`,
    ],
    [stays.mails, `${counted(stays.mails, "mail")} sent to this address`],
  ];
  return lines.filter(([count]) => count > 0).map(([, words]) => words);
}
