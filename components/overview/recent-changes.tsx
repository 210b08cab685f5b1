"use client";

import { IconHistory } from "@tabler/icons-react";
import { ChangeList } from "#components/audit/change-list.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Message } from "#components/feedback/message.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import type { AuditEntry } from "#server/domains/audit/schema.ts";

export function RecentChanges({ entries }: { entries: AuditEntry[] }) {
  const t = useText();
  return (
    <Panel title={t("Recent changes")}>
      {entries.length === 0 ? (
        <Message icon={<IconHistory size={20} />} title={t("Nothing has happened yet")} />
      ) : (
        <ChangeList entries={entries} withSubject />
      )}
    </Panel>
  );
}
