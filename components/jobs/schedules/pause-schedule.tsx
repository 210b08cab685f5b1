"use client";

import { Modal, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useShowSchedules } from "#components/jobs/schedules/use-show-schedules.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { PauseScheduleInput, type Schedule } from "#server/domains/jobs/schedules/schema.ts";

interface PauseScheduleProps {
  schedule: Schedule;
  isOpen: boolean;
  onClose: () => void;
}

export function PauseSchedule({ schedule, isOpen, onClose }: PauseScheduleProps) {
  const t = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("Pause {name}?", { name: schedule.name })}>
      <PauseForm schedule={schedule} onClose={onClose} />
    </Modal>
  );
}

function PauseForm({ schedule: { id, name }, onClose }: Omit<PauseScheduleProps, "isOpen">) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowSchedules();
  const pause = useMutation(trpc.jobs.schedules.pause.mutationOptions());
  const form = useSchemaForm({
    schema: PauseScheduleInput,
    initialValues: { scheduleId: id, reason: "" },
    save: pause.mutateAsync,
    onSaved: (schedules) => {
      show(schedules);
      notifyDone(t("{name} is paused.", { name }));
      onClose();
    },
  });
  return (
    <SchemaForm form={form} label={t("Pause {name}", { name })}>
      <Text size="sm" c="dimmed">
        {t("It makes no jobs until it is resumed. What it misses is not made up for.")}
      </Text>
      <Textarea
        label={t("Reason")}
        rows={3}
        data-autofocus
        {...form.fields.getInputProps("reason")}
      />
      <FormActions submit={t("Pause")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
