"use client";

import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import type { AuditFilter } from "#server/domains/audit/schema.ts";

const FORMATS = [
  { format: "csv", label: "CSV, for spreadsheets" },
  { format: "jsonl", label: "JSON lines, for programs" },
] as const satisfies { format: string; label: PlainMessage }[];

/** Downloads what the filter finds, on all pages. */
export function ExportMenu({ filter }: { filter: AuditFilter | null }) {
  const t = useText();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />}>
          {t("Export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} component="a" href={addressOf(format, filter)} download>
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function addressOf(format: string, filter: AuditFilter | null): string {
  const query = new URLSearchParams({ format, ...(filter && { filter: JSON.stringify(filter) }) });
  return `/api/v1/audit/export?${query}`;
}
