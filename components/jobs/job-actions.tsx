"use client";

import { Group } from "@mantine/core";
import { IconBan, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ActionButton } from "#components/feedback/action-button.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { isOver } from "#components/jobs/job-state.tsx";
import { RerunJob } from "#components/jobs/rerun-job.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Job, JobDetail } from "#server/domains/jobs/list/schema.ts";

const ICON = { size: 16, stroke: 1.7 };

/** What the job's state allows; nothing for those who may only look. */
export function JobActions({ job }: { job: JobDetail }) {
  if (!useMayChange("jobs.manage")) return null;
  const { state } = job;
  return (
    <Group gap="xs">
      {(state === "failed" || state === "cancelled") && <Retry job={job} />}
      <RerunJob job={job} isOffered={isOver(state)} />
      {!isOver(state) && <Cancel job={job} />}
      {state !== "active" && <Delete job={job} />}
    </Group>
  );
}

function useShowJob() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (job: JobDetail) => {
    queryClient.setQueryData(trpc.jobs.get.queryKey({ jobId: job.id }), job);
  };
}

function Retry({ job: { id: jobId } }: { job: Job }) {
  const t = useText();
  const trpc = useTRPC();
  const retry = useMutation(trpc.jobs.retry.mutationOptions({ onSuccess: useShowJob() }));
  return (
    <ActionButton
      leftSection={<IconRefresh {...ICON} />}
      run={() => retry.mutateAsync({ jobId })}
      done={t("The job is tried again.")}
    >
      {t("Try again")}
    </ActionButton>
  );
}

function Cancel({ job: { id: jobId, state } }: { job: Job }) {
  const t = useText();
  const trpc = useTRPC();
  const cancel = useMutation(trpc.jobs.cancel.mutationOptions({ onSuccess: useShowJob() }));
  return (
    <ActionButton
      variant="default"
      leftSection={<IconBan {...ICON} />}
      question={{
        title: t("Cancel this job?"),
        consequence:
          state === "active"
            ? t("Its run is aborted within two seconds. What it has done so far stays.")
            : t("It does not run until somebody tries it again."),
        action: t("Cancel the job"),
      }}
      run={() => cancel.mutateAsync({ jobId })}
      done={t("The job is cancelled.")}
    >
      {t("Cancel the job")}
    </ActionButton>
  );
}

function Delete({ job: { id: jobId } }: { job: Job }) {
  const t = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const remove = useMutation(
    trpc.jobs.delete.mutationOptions({ onSuccess: () => router.replace("/jobs/list") }),
  );
  return (
    <ActionButton
      variant="default"
      leftSection={<IconTrash {...ICON} />}
      question={{
        title: t("Delete this job?"),
        consequence: t(
          "The job goes with its payload, output and lines, and cannot be brought back.",
        ),
        action: t("Delete the job"),
      }}
      run={() => remove.mutateAsync({ jobId })}
      done={t("The job is deleted.")}
    >
      {t("Delete the job")}
    </ActionButton>
  );
}
