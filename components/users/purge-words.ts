import type { Text } from "#components/i18n/text.ts";
import type {
  EmptyTrashPreview,
  Losses,
  PurgePreview,
} from "#server/domains/users/trash/schema.ts";

type Line = [count: number, words: string];

/** What a purge takes along, in words; what there is none of is left out. */
export function describeLosses(t: Text, goes: Losses): string[] {
  return said([
    [1, t("The profile: name, address, roles")],
    [goes.pictures, t("The picture")],
    [goes.passwords, t("The password")],
    ...describeBelongings(t, goes, t("A change of address that waits for confirmation")),
  ]);
}

/** The same for many users at once. */
export function describeAllLosses(t: Text, { users, goes }: EmptyTrashPreview): string[] {
  const { pictures, passwords, emailChanges } = goes;
  const changes = t(
    "{count, plural, one {# change} other {# changes}} of address not confirmed yet",
    { count: emailChanges },
  );
  return said([
    [users, t("{count, plural, one {# profile} other {# profiles}}", { count: users })],
    [pictures, t("{count, plural, one {# picture} other {# pictures}}", { count: pictures })],
    [passwords, t("{count, plural, one {# password} other {# passwords}}", { count: passwords })],
    ...describeBelongings(t, goes, changes),
  ]);
}

function describeBelongings(t: Text, goes: Losses, emailChanges: string): Line[] {
  const { sessions, links, privateViews } = goes;
  return [
    [sessions, t("{count, plural, one {# session} other {# sessions}}", { count: sessions })],
    [links, t("{count, plural, one {# mailed link} other {# mailed links}}", { count: links })],
    [goes.emailChanges, emailChanges],
    [
      privateViews,
      t("{count, plural, one {# private view} other {# private views}}", { count: privateViews }),
    ],
    [goes.sharedViews, describeSharedViews(t, goes)],
  ];
}

function describeSharedViews(t: Text, { sharedViews: count, defaultsOfOthers: others }: Losses) {
  return others > 0
    ? t(
        "{count, plural, one {# shared view} other {# shared views}}, with which the list opens for {others, plural, one {# other person} other {# other people}}",
        { count, others },
      )
    : t("{count, plural, one {# shared view} other {# shared views}}", { count });
}

/** And what it leaves. */
export function describeRemains(t: Text, { stays }: PurgePreview): string[] {
  const { auditEntries, mails } = stays;
  return said([
    [
      auditEntries + 1,
      t("{count, plural, one {# entry} other {# entries}} of the audit log, with the name", {
        count: auditEntries,
      }),
    ],
    [
      mails,
      t("{count, plural, one {# mail} other {# mails}} sent to this address", { count: mails }),
    ],
  ]);
}

export function describeAllRemains(t: Text, { outOfReach }: EmptyTrashPreview): string[] {
  return said([
    [1, t("What the audit log says of them, with the names, and mails sent to them")],
    [
      outOfReach,
      t(
        "{count, plural, one {# user} other {# users}} in the trash who may do as much as you, or more",
        { count: outOfReach },
      ),
    ],
  ]);
}

const said = (lines: Line[]) => lines.filter(([count]) => count > 0).map(([, words]) => words);
