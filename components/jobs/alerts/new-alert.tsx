"use client";

import { Button, Modal, NumberInput, Select, TagsInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useShowAlerts } from "#components/jobs/alerts/use-show-alerts.ts";
import { useMayChange, useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import {
  ALERT_METRICS,
  AlertInput,
  type AlertMetric,
  MAX_RECIPIENTS,
} from "#server/domains/jobs/alerts/schema.ts";

export function NewAlert() {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useMayChange("jobs.manage")) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={open}>
        {t("New alert")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("New alert")}>
        <AlertForm onClose={close} />
      </Modal>
    </>
  );
}

function AlertForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const { email } = useViewer();
  const show = useShowAlerts();
  const { data: kinds = [] } = useQuery(trpc.jobs.kinds.queryOptions());
  const create = useMutation(trpc.jobs.alerts.create.mutationOptions());
  const form = useSchemaForm({
    schema: AlertInput,
    initialValues: { metric: "depth", threshold: 100, recipients: [email] } as AlertInput,
    save: create.mutateAsync,
    onSaved: (alerts) => {
      show(alerts);
      notifyDone(t("The alert is made."));
      onClose();
    },
  });
  const { fields } = form;
  const queue = fields.getInputProps("queue");
  return (
    <SchemaForm form={form} label={t("New alert")}>
      <Select
        label={t("Queue")}
        placeholder={t("Every queue")}
        clearable
        searchable
        data={kinds.map((kind) => kind.queue)}
        {...queue}
        value={queue.value ?? null}
        onChange={(next) => queue.onChange(next ?? undefined)}
      />
      <Select
        label={t("What is measured")}
        allowDeselect={false}
        data={Object.entries(ALERT_METRICS).map(([value, label]) => ({
          value,
          label: t(label as (typeof ALERT_METRICS)[AlertMetric]),
        }))}
        {...fields.getInputProps("metric")}
      />
      <NumberInput
        label={t("Threshold")}
        description={t("A mail goes out when it is passed, and when that is over.")}
        min={0}
        {...fields.getInputProps("threshold")}
      />
      <TagsInput
        label={t("Mail to")}
        maxTags={MAX_RECIPIENTS}
        splitChars={[",", " ", ";"]}
        {...fields.getInputProps("recipients")}
      />
      <FormActions submit={t("Make it")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
