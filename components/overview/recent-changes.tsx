import { IconHistory } from "@tabler/icons-react";
import { ChangeList } from "#components/audit/change-list.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Message } from "#components/feedback/message.tsx";
import type { AuditEntry } from "#server/domains/audit/schema.ts";

export function RecentChanges({ entries }: { entries: AuditEntry[] }) {
  return (
    <Panel title="Recent changes">
      {entries.length === 0 ? (
        <Message icon={<IconHistory size={20} />} title="Nothing has happened yet" />
      ) : (
        <ChangeList entries={entries} withSubject />
      )}
    </Panel>
  );
}
