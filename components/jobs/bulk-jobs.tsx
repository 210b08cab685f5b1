"use client";

import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { selectionOf } from "#components/data-grid/selection-of.ts";
import { type Grid, NOTHING_SELECTED } from "#components/data-grid/use-grid.ts";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyProblem } from "#components/feedback/notify.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { SteeringName } from "#server/domains/jobs/bulk/schema.ts";
import type { JOB_FIELDS, Job } from "#server/domains/jobs/list/schema.ts";

interface Words {
  button: PlainMessage;
  title: PlainMessage;
  consequence: PlainMessage;
  action: PlainMessage;
}

const WORDS: Record<SteeringName, Words> = {
  retry: {
    button: "Try again…",
    title: "Try the chosen jobs again?",
    consequence: "Those that have failed or were cancelled go back into their queues.",
    action: "Try again",
  },
  cancel: {
    button: "Cancel…",
    title: "Cancel the chosen jobs?",
    consequence: "Those that wait are taken out of their queues, those that run are aborted.",
    action: "Cancel the jobs",
  },
  delete: {
    button: "Delete…",
    title: "Delete the chosen jobs?",
    consequence: "All but those that run go with their payload, output and lines.",
    action: "Delete",
  },
};

interface BulkJobsProps {
  grid: Grid<Job, typeof JOB_FIELDS>;
  /** "7,693 jobs chosen" */
  chosen: string;
}

/** What can be done with the chosen jobs: each is a job itself, whose page shows how far it is. */
export function BulkJobs({ grid, chosen }: BulkJobsProps) {
  const t = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const steer = useMutation(
    trpc.jobs.steerMany.mutationOptions({
      onSuccess({ jobId }) {
        grid.setSelection(NOTHING_SELECTED);
        router.push(`/jobs/${jobId}`);
      },
      onError: notifyProblem,
    }),
  );
  return Object.entries(WORDS).map(([action, words]) => (
    <Button
      key={action}
      size="compact-sm"
      variant="default"
      loading={steer.isPending}
      onClick={() =>
        confirm({
          title: t(words.title),
          consequence: t(words.consequence),
          details: (
            <Text mt="xs" size="sm" fw={600}>
              {chosen}
            </Text>
          ),
          action: t(words.action),
          isDangerous: action !== "retry",
          onConfirm: () =>
            steer.mutate({ action: action as SteeringName, selection: selectionOf(grid) }),
        })
      }
    >
      {t(words.button)}
    </Button>
  ));
}
