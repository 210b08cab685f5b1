"use client";

import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { PayloadFields } from "#components/jobs/payload-fields.tsx";
import { ownTimeZone, TimingFields } from "#components/jobs/schedules/timing-fields.tsx";
import { useShowSchedules } from "#components/jobs/schedules/use-show-schedules.ts";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { CreateScheduleInput } from "#server/domains/jobs/schedules/schema.ts";

export function NewSchedule() {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useMayChange("jobs.manage")) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={open}>
        {t("New schedule")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("New schedule")}>
        <NewForm onClose={close} />
      </Modal>
    </>
  );
}

const startValues = (): CreateScheduleInput => ({
  name: "",
  queue: "",
  description: "",
  timing: { kind: "cron", cron: "", timeZone: ownTimeZone() },
  payload: {},
});

function NewForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowSchedules();
  const { data: kinds = [] } = useQuery(trpc.jobs.kinds.queryOptions());
  const create = useMutation(trpc.jobs.schedules.create.mutationOptions());
  const form = useSchemaForm({
    schema: CreateScheduleInput,
    initialValues: startValues(),
    save: create.mutateAsync,
    onSaved: (schedules, { name }) => {
      show(schedules);
      notifyDone(t("{name} is made.", { name }));
      onClose();
    },
  });
  const { fields } = form;
  const { queue, timing } = fields.getValues();
  return (
    <SchemaForm form={form} label={t("New schedule")}>
      <TextInput label={t("Name")} data-autofocus {...fields.getInputProps("name")} />
      <TextInput label={t("Description")} {...fields.getInputProps("description")} />
      <Select
        label={t("What it runs")}
        searchable
        data={kinds.map((kind) => ({ value: kind.queue, label: t.known(kind.description) }))}
        {...fields.getInputProps("queue")}
        onChange={(next) => fields.setValues({ queue: next ?? "", payload: {} })}
      />
      <PayloadFields
        schema={kinds.find((kind) => kind.queue === queue)?.payloadSchema ?? null}
        inputOf={fields.getInputProps}
      />
      <TimingFields
        timing={timing}
        onChange={(next) => fields.setFieldValue("timing", next)}
        inputOf={fields.getInputProps}
      />
      <FormActions submit={t("Make it")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
