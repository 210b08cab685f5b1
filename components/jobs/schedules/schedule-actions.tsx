"use client";

import { ActionIcon, Group, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconCode,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconTrash,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { ActionButton } from "#components/feedback/action-button.tsx";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { EditSchedule } from "#components/jobs/schedules/edit-schedule.tsx";
import { PauseSchedule } from "#components/jobs/schedules/pause-schedule.tsx";
import { useShowSchedules } from "#components/jobs/schedules/use-show-schedules.ts";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Schedule } from "#server/domains/jobs/schedules/schema.ts";

const ICON = { size: 14, stroke: 1.8 };

/** Run now, pause, resume, edit, delete; nothing for those who may only look. */
export function ScheduleActions({ schedule }: { schedule: Schedule }) {
  if (!useMayChange("jobs.manage")) return null;
  return (
    <Group gap={6} wrap="nowrap">
      {!schedule.isDropped && <RunNow schedule={schedule} />}
      {schedule.pausedAt && !schedule.isDropped && <Resume schedule={schedule} />}
      <More schedule={schedule} />
    </Group>
  );
}

function RunNow({ schedule: { id: scheduleId, name } }: { schedule: Schedule }) {
  const t = useText();
  const trpc = useTRPC();
  const run = useMutation(trpc.jobs.schedules.runNow.mutationOptions());
  return (
    <ActionButton
      size="compact-sm"
      variant="default"
      leftSection={<IconPlayerTrackNext {...ICON} />}
      aria-label={t("Run {name} now", { name })}
      run={() => run.mutateAsync({ scheduleId })}
      done={t("The job is in its queue.")}
    >
      {t("Run now")}
    </ActionButton>
  );
}

function Resume({ schedule: { id: scheduleId, name } }: { schedule: Schedule }) {
  const t = useText();
  const trpc = useTRPC();
  const resume = useMutation(
    trpc.jobs.schedules.resume.mutationOptions({ onSuccess: useShowSchedules() }),
  );
  return (
    <ActionButton
      size="compact-sm"
      leftSection={<IconPlayerPlay {...ICON} />}
      aria-label={t("Resume {name}", { name })}
      run={() => resume.mutateAsync({ scheduleId })}
      done={t("{name} goes on.", { name })}
    >
      {t("Resume")}
    </ActionButton>
  );
}

function More({ schedule }: { schedule: Schedule }) {
  const t = useText();
  const [isEditing, editing] = useDisclosure(false);
  const [isPausing, pausing] = useDisclosure(false);
  const remove = useDelete(schedule);
  const follow = useFollowCode(schedule);
  const { name, pausedAt, isFromCode, isEdited, isDropped } = schedule;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("More of {name}", { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isDropped && (
            <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={editing.open}>
              {t("Edit")}
            </Menu.Item>
          )}
          {!pausedAt && !isDropped && (
            <Menu.Item leftSection={<IconPlayerPause {...ICON} />} onClick={pausing.open}>
              {t("Pause")}
            </Menu.Item>
          )}
          {isFromCode && isEdited && !isDropped && (
            <Menu.Item leftSection={<IconCode {...ICON} />} onClick={follow}>
              {t("Follow the code again")}
            </Menu.Item>
          )}
          {(!isFromCode || isDropped) && (
            <Menu.Item color="red" leftSection={<IconTrash {...ICON} />} onClick={remove}>
              {t("Delete")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditSchedule schedule={schedule} isOpen={isEditing} onClose={editing.close} />
      <PauseSchedule schedule={schedule} isOpen={isPausing} onClose={pausing.close} />
    </>
  );
}

/** Shows what the change has answered and says `done`, or what went wrong. */
function useTold(done: string) {
  const show = useShowSchedules();
  return {
    onSuccess(schedules: Schedule[]) {
      show(schedules);
      notifyDone(done);
    },
    onError: notifyProblem,
  };
}

function useFollowCode({ id: scheduleId, name }: Schedule): () => void {
  const t = useText();
  const trpc = useTRPC();
  const told = useTold(t("{name} is as the code says.", { name }));
  const follow = useMutation(trpc.jobs.schedules.followCode.mutationOptions(told));
  return () => follow.mutate({ scheduleId });
}

function useDelete({ id: scheduleId, name }: Schedule): () => void {
  const t = useText();
  const trpc = useTRPC();
  const told = useTold(t("{name} is deleted.", { name }));
  const remove = useMutation(trpc.jobs.schedules.delete.mutationOptions(told));
  return () =>
    confirm({
      title: t("Delete {name}?", { name }),
      consequence: t("It makes no more jobs. Those that it has made stay."),
      action: t("Delete"),
      isDangerous: true,
      onConfirm: () => remove.mutate({ scheduleId }),
    });
}
