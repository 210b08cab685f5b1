import { NumberInput, Select, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useShowAlerts } from "#components/jobs/alerts/use-show-alerts.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import {
  ALERT_METRICS,
  type Alert,
  type AlertInput,
  type AlertMetric,
  MAX_RECIPIENTS,
} from "#server/domains/jobs/alerts/schema.ts";

interface AlertFormProps<Input extends AlertInput> {
  schema: z.ZodType<unknown, Input>;
  initialValues: Input;
  save: (input: Input) => Promise<Alert[]>;
  words: Record<"label" | "submit" | "done", string>;
  onClose: () => void;
}

/** What is measured of which queue, and who gets a mail when that is too much. */
export function AlertForm<Input extends AlertInput>(props: AlertFormProps<Input>) {
  const { schema, initialValues, save, words, onClose } = props;
  const t = useText();
  const trpc = useTRPC();
  const show = useShowAlerts();
  const { data: kinds = [] } = useQuery(trpc.jobs.kinds.queryOptions());
  const form = useSchemaForm({
    schema,
    initialValues,
    save,
    onSaved: (alerts) => {
      show(alerts);
      notifyDone(words.done);
      onClose();
    },
  });
  const { fields } = form;
  const queue = fields.getInputProps("queue");
  return (
    <SchemaForm form={form} label={words.label}>
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
      <FormActions submit={words.submit} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
