"use client";

import { Button, Group } from "@mantine/core";
import { IconCheck, IconEyeOff, IconRotate } from "@tabler/icons-react";
import { useSettle } from "#components/errors/use-settle.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import type { ErrorGroup, ErrorStatus } from "#server/domains/errors/schema.ts";

const ICON = { size: 16, stroke: 1.7 };

/** What its state allows; nothing for those who may only look. */
export function ErrorActions({ group: { id, status } }: { group: ErrorGroup }) {
  const t = useText();
  const settle = useSettle();
  if (!useMayChange("errors.manage")) return null;
  const become = (next: ErrorStatus) => settle.mutate({ selection: { ids: [id] }, status: next });
  if (status !== "open") {
    return (
      <Button
        variant="default"
        loading={settle.isPending}
        leftSection={<IconRotate {...ICON} />}
        onClick={() => become("open")}
      >
        {t("Reopen")}
      </Button>
    );
  }
  return (
    <Group gap="xs">
      <Button
        variant="default"
        loading={settle.isPending}
        leftSection={<IconEyeOff {...ICON} />}
        onClick={() => become("ignored")}
      >
        {t("Ignore")}
      </Button>
      <Button
        loading={settle.isPending}
        leftSection={<IconCheck {...ICON} />}
        onClick={() => become("resolved")}
      >
        {t("Resolve")}
      </Button>
    </Group>
  );
}
