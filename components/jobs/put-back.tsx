"use client";

import { IconArrowBackUp } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { ActionButton } from "#components/feedback/action-button.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useShowQueues } from "#components/jobs/use-show-queues.ts";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Queue } from "#server/domains/jobs/schema.ts";

/** Puts what has failed for good back into its queue; nothing while there is none. */
export function PutBack({ queue: { name, dead } }: { queue: Queue }) {
  const t = useText();
  const format = useFormat();
  const trpc = useTRPC();
  const redrive = useMutation(trpc.jobs.redrive.mutationOptions({ onSuccess: useShowQueues() }));
  if (dead === 0) return null;
  return (
    <ActionButton
      size="compact-sm"
      variant="default"
      leftSection={<IconArrowBackUp size={14} stroke={1.8} />}
      aria-label={t(
        "Put {count, plural, one {# failed job} other {# failed jobs}} of {name} back",
        { count: dead, name },
      )}
      run={() => redrive.mutateAsync({ name })}
      done={t("The failed jobs of {name} are in its queue again.", { name })}
    >
      {t("Put {count} back", { count: format.number(dead) })}
    </ActionButton>
  );
}
