"use client";

import { Button, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCopyPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { knownOf, PayloadFields, propertiesOf } from "#components/jobs/payload-fields.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { type JobDetail, RerunJobInput } from "#server/domains/jobs/list/schema.ts";

/** A new job like this one, its payload edited in a form made from what the code expects. */
interface RerunJobProps {
  job: JobDetail;
  /** A dialog that is open stays so when the job runs again meanwhile. */
  isOffered: boolean;
}

export function RerunJob({ job, isOffered }: RerunJobProps) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!job.payloadSchema) return null;
  return (
    <>
      {isOffered && (
        <Button
          variant="default"
          leftSection={<IconCopyPlus size={16} stroke={1.7} />}
          onClick={open}
        >
          {t("Run again")}
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} title={t("Run {name} again", { name: job.queue })}>
        <RerunForm job={job} onClose={close} />
      </Modal>
    </>
  );
}

interface RerunFormProps {
  job: JobDetail;
  onClose: () => void;
}

function RerunForm({ job, onClose }: RerunFormProps) {
  const t = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const rerun = useMutation(trpc.jobs.rerun.mutationOptions());
  const form = useSchemaForm({
    schema: RerunJobInput,
    initialValues: { jobId: job.id, payload: knownOf(job.payload, job.payloadSchema) },
    save: rerun.mutateAsync,
    onSaved: (made) => {
      notifyDone(t("The job is in its queue."));
      router.push(`/jobs/${made.id}`);
      onClose();
    },
  });
  return (
    <SchemaForm form={form} label={t("Run {name} again", { name: job.queue })}>
      <Text size="sm" c="dimmed">
        {propertiesOf(job.payloadSchema).length > 0
          ? t("A new job is enqueued with this payload. The one you look at stays as it is.")
          : t("A new job is enqueued; jobs of this queue carry nothing.")}
      </Text>
      <PayloadFields schema={job.payloadSchema} inputOf={form.fields.getInputProps} />
      <FormActions submit={t("Run again")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
