"use client";

import { Alert } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Queues } from "#server/domains/jobs/schema.ts";

/** Work that nobody is there for; nothing while a worker lives. */
export function WorkerNote({ queues, workers }: Queues) {
  const t = useText();
  if (workers > 0) return null;
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  return (
    <Alert
      role="alert"
      color="red"
      mb="md"
      icon={<IconPlugConnectedX size={18} />}
      title={t("No worker runs")}
    >
      {t(
        "{count, plural, =0 {No job waits yet.} one {# job waits.} other {# jobs wait.}} Start a process with BINNACLE_ROLE=worker or all.",
        { count: waiting },
      )}
    </Alert>
  );
}
