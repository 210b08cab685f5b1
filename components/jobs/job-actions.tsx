"use client";

import { Button, Group } from "@mantine/core";
import { IconBan, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Job, JobDetail } from "#server/domains/jobs/list/schema.ts";

const ICON = { size: 16, stroke: 1.7 };

/** What the job's state allows; nothing for those who may only look. */
export function JobActions({ job }: { job: Job }) {
  if (!useMayChange("jobs.manage")) return null;
  const { state } = job;
  const isOver = state === "completed" || state === "failed" || state === "cancelled";
  return (
    <Group gap="xs">
      {(state === "failed" || state === "cancelled") && <Retry job={job} />}
      {!isOver && <Cancel job={job} />}
      {state !== "active" && <Delete job={job} />}
    </Group>
  );
}

function useShowJob() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (job: JobDetail) =>
    queryClient.setQueryData(trpc.jobs.get.queryKey({ jobId: job.id }), job);
}

function Retry({ job }: { job: Job }) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowJob();
  const retry = useMutation(
    trpc.jobs.retry.mutationOptions({
      onSuccess(after) {
        show(after);
        notifyDone(t("The job is tried again."));
      },
      onError: notifyProblem,
    }),
  );
  return (
    <Button
      loading={retry.isPending}
      leftSection={<IconRefresh {...ICON} />}
      onClick={() => retry.mutate({ jobId: job.id })}
    >
      {t("Try again")}
    </Button>
  );
}

function Cancel({ job }: { job: Job }) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowJob();
  const cancel = useMutation(
    trpc.jobs.cancel.mutationOptions({
      onSuccess(after) {
        show(after);
        notifyDone(t("The job is cancelled."));
      },
      onError: notifyProblem,
    }),
  );
  const ask = () =>
    confirm({
      title: t("Cancel this job?"),
      consequence:
        job.state === "active"
          ? t("Its run is aborted within two seconds. What it has done so far stays.")
          : t("It does not run until somebody tries it again."),
      action: t("Cancel the job"),
      isDangerous: true,
      onConfirm: () => cancel.mutate({ jobId: job.id }),
    });
  return (
    <Button
      variant="default"
      loading={cancel.isPending}
      leftSection={<IconBan {...ICON} />}
      onClick={ask}
    >
      {t("Cancel the job")}
    </Button>
  );
}

function Delete({ job }: { job: Job }) {
  const t = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const remove = useMutation(
    trpc.jobs.delete.mutationOptions({
      onSuccess() {
        notifyDone(t("The job is deleted."));
        router.replace("/jobs/list");
      },
      onError: notifyProblem,
    }),
  );
  const ask = () =>
    confirm({
      title: t("Delete this job?"),
      consequence: t(
        "The job goes with its payload, output and lines, and cannot be brought back.",
      ),
      action: t("Delete the job"),
      isDangerous: true,
      onConfirm: () => remove.mutate({ jobId: job.id }),
    });
  return (
    <Button
      variant="default"
      loading={remove.isPending}
      leftSection={<IconTrash {...ICON} />}
      onClick={ask}
    >
      {t("Delete the job")}
    </Button>
  );
}
