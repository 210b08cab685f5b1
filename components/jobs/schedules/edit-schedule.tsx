"use client";

import { Modal } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { knownOf, PayloadFields } from "#components/jobs/payload-fields.tsx";
import { TimingFields } from "#components/jobs/schedules/timing-fields.tsx";
import { useShowSchedules } from "#components/jobs/schedules/use-show-schedules.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { type Schedule, UpdateScheduleInput } from "#server/domains/jobs/schedules/schema.ts";

interface EditScheduleProps {
  schedule: Schedule;
  isOpen: boolean;
  onClose: () => void;
}

export function EditSchedule({ schedule, isOpen, onClose }: EditScheduleProps) {
  const t = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("Edit {name}", { name: schedule.name })}>
      <EditForm schedule={schedule} onClose={onClose} />
    </Modal>
  );
}

function EditForm({ schedule, onClose }: Omit<EditScheduleProps, "isOpen">) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowSchedules();
  const kinds = useQuery(trpc.jobs.kinds.queryOptions());
  const update = useMutation(trpc.jobs.schedules.update.mutationOptions());
  const { id: scheduleId, name, queue, version, timing, payload } = schedule;
  const schema = kinds.data?.find((kind) => kind.queue === queue)?.payloadSchema ?? null;
  const form = useSchemaForm({
    schema: UpdateScheduleInput,
    initialValues: { scheduleId, version, timing, payload: { ...(payload as object) } },
    save: (values) =>
      update.mutateAsync({
        ...values,
        payload: schema ? knownOf(values.payload, schema) : values.payload,
      }),
    onSaved: (schedules) => {
      show(schedules);
      notifyDone(t("{name} is changed.", { name }));
      onClose();
    },
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Edit {name}", { name })}>
      <TimingFields
        timing={fields.getValues().timing}
        onChange={(next) => fields.setFieldValue("timing", next)}
        inputOf={fields.getInputProps}
      />
      <PayloadFields schema={schema} inputOf={fields.getInputProps} />
      <FormActions submit={t("Save")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
