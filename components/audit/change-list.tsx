"use client";

import {
  IconArrowBackUp,
  IconBan,
  IconBookmark,
  IconCircleCheck,
  IconDatabase,
  IconDownload,
  IconKey,
  IconLogin2,
  IconLogout,
  IconMail,
  IconMailForward,
  IconMasksTheater,
  IconPencil,
  IconPhoto,
  IconPoint,
  IconShieldLock,
  IconTrash,
  IconUserPlus,
  type TablerIcon,
} from "@tabler/icons-react";
import Link from "next/link";
import { ChangeDiff } from "#components/audit/change-diff.tsx";
import { describeAction, describeActor } from "#components/audit/change-text.ts";
import { RevertEntry } from "#components/audit/revert-entry.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import type { AuditEntry } from "#server/domains/audit/schema.ts";
import classes from "./change-list.module.css";

const ICONS: [pattern: RegExp, icon: TablerIcon][] = [
  [/-in-database$/, IconDatabase],
  [/exported$/, IconDownload],
  [/^impersonation\./, IconMasksTheater],
  [/^role\./, IconShieldLock],
  [/suspended$|suspension-changed$|revoked$/, IconBan],
  [/^view\./, IconBookmark],
  [/invited$/, IconMailForward],
  [/(created|registered)$/, IconUserPlus],
  [/updated$/, IconPencil],
  [/(deleted|trashed|purged)$/, IconTrash],
  [/restored$/, IconArrowBackUp],
  [/avatar-changed$/, IconPhoto],
  [/email-(change|verification)/, IconMail],
  [/^password\./, IconKey],
  [/reinstated$|accepted$|verified$/, IconCircleCheck],
  [/ended$/, IconLogout],
];

interface ChangeListProps {
  entries: AuditEntry[];
  /** The page of a user already says who the entries are about. */
  withSubject?: boolean;
  /** Field by field, or only what happened. */
  withDiff?: boolean;
  /** Whether edits can be taken back from here. */
  withRevert?: boolean;
}

export function ChangeList({
  entries,
  withSubject = false,
  withDiff = false,
  withRevert = false,
}: ChangeListProps) {
  const t = useText();
  return (
    <ol className={classes.list}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <ActionIcon action={entry.action} />
          <div className={classes.body}>
            <div className={classes.line}>
              <span className={classes.action}>
                {withSubject ? <Subject entry={entry} /> : describeAction(entry.action, t)}
              </span>
              <span className={classes.time}>
                <RelativeTime date={entry.at} />
              </span>
            </div>
            <div className={classes.detail}>{describeOrigin(entry, withDiff, t)}</div>
            {withDiff && <ChangeDiff changes={entry.changes} />}
            {withRevert && <RevertEntry entry={entry} isCompact />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function describeOrigin(entry: AuditEntry, withAddress: boolean, t: Text): string {
  const actor = describeActor(entry, t);
  const { address } = entry;
  return withAddress && address
    ? t("by {actor} from {address}", { actor, address })
    : t("by {actor}", { actor });
}

function Subject({ entry }: { entry: AuditEntry }) {
  const t = useText();
  const action = describeAction(entry.action, t);
  const label = entry.subjectName
    ? t("{action}: {name}", { action, name: entry.subjectName })
    : action;
  // A user who was deleted has no name any more, and no page.
  return entry.subjectType === "user" && entry.subjectName ? (
    <Link href={`/users/${entry.subjectId}`} prefetch={false} className={classes.subject}>
      {label}
    </Link>
  ) : (
    label
  );
}

function ActionIcon({ action }: { action: string }) {
  const known = ICONS.find(([pattern]) => pattern.test(action))?.[1];
  const Icon = action === "session.created" ? IconLogin2 : (known ?? IconPoint);
  return (
    <span className={classes.icon} aria-hidden="true">
      <Icon size={15} stroke={1.7} />
    </span>
  );
}
