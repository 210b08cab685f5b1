"use client";

import { IconActivity } from "@tabler/icons-react";
import { ChangeList } from "#components/audit/change-list.tsx";
import { EntryPages } from "#components/audit/entry-pages.tsx";
import { Message } from "#components/feedback/message.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC, useTRPCClient } from "#components/trpc/trpc.ts";

/** What a user did, the newest first; entries with two names say who acted as whom. */
export function UserActivity({ userId }: { userId: string }) {
  const t = useText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <EntryPages
      title={t("Activity")}
      queryKey={trpc.users.activity.infiniteQueryKey({ userId })}
      read={(cursor) => client.users.activity.query({ userId, cursor })}
      empty={
        <Message icon={<IconActivity size={20} />} title={t("Nothing done yet")}>
          {t("What this user does from now on appears here.")}
        </Message>
      }
      more={t("Show earlier activity")}
    >
      {(entries) => <ChangeList entries={entries} withSubject withDiff />}
    </EntryPages>
  );
}
