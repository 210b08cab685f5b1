"use client";

import { IconHistory } from "@tabler/icons-react";
import { ChangeList } from "#components/audit/change-list.tsx";
import { EntryPages } from "#components/audit/entry-pages.tsx";
import { Message } from "#components/feedback/message.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC, useTRPCClient } from "#components/trpc/trpc.ts";

interface UserHistoryProps {
  userId: string;
  /** Whether the viewer may act on this user. */
  withRevert: boolean;
}

/** Who changed what about a user, the newest first. */
export function UserHistory({ userId, withRevert }: UserHistoryProps) {
  const t = useText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <EntryPages
      title={t("History")}
      queryKey={trpc.users.history.infiniteQueryKey({ userId })}
      read={(cursor) => client.users.history.query({ userId, cursor })}
      empty={<Message icon={<IconHistory size={20} />} title={t("Nothing has happened yet")} />}
      more={t("Show earlier changes")}
    >
      {(entries) => <ChangeList entries={entries} withDiff withRevert={withRevert} />}
    </EntryPages>
  );
}
