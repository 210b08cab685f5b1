"use client";

import { Button, Group, Modal, NumberInput, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { PutBack } from "#components/jobs/put-back.tsx";
import { useShowQueues } from "#components/jobs/use-show-queues.ts";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import {
  MAX_CONCURRENCY,
  PauseQueueInput,
  type Queue,
  SetConcurrencyInput,
} from "#server/domains/jobs/schema.ts";

/** Pause, resume, and how many at once; nothing for those who may only look, or where no code is. */
export function SteerQueue({ queue }: { queue: Queue }) {
  const mayChange = useMayChange("jobs.manage");
  if (!mayChange || queue.description === null) return null;
  return (
    <Group gap={6} wrap="nowrap">
      {queue.pausedAt && <Resume queue={queue} />}
      <Pause queue={queue} />
      <Concurrency queue={queue} />
      <PutBack queue={queue} />
    </Group>
  );
}

function Resume({ queue: { name } }: { queue: Queue }) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowQueues();
  const resume = useMutation(
    trpc.jobs.resumeQueue.mutationOptions({
      onSuccess(queues) {
        show(queues);
        notifyDone(t("{name} goes on.", { name }));
      },
      onError: notifyProblem,
    }),
  );
  return (
    <Button
      size="compact-sm"
      loading={resume.isPending}
      leftSection={<IconPlayerPlay size={14} stroke={1.8} />}
      aria-label={t("Resume {name}", { name })}
      onClick={() => resume.mutate({ name })}
    >
      {t("Resume")}
    </Button>
  );
}

/** A dialog that is open stays so when somebody else pauses the queue. */
function Pause({ queue: { name, pausedAt } }: { queue: Queue }) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      {!pausedAt && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlayerPause size={14} stroke={1.8} />}
          aria-label={t("Pause {name}", { name })}
          onClick={open}
        >
          {t("Pause")}
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} title={t("Pause {name}?", { name })}>
        <PauseForm name={name} onClose={close} />
      </Modal>
    </>
  );
}

function PauseForm({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowQueues();
  const pause = useMutation(trpc.jobs.pauseQueue.mutationOptions());
  const form = useSchemaForm({
    schema: PauseQueueInput,
    initialValues: { name, reason: "" },
    save: pause.mutateAsync,
    onSaved: (queues) => {
      show(queues);
      notifyDone(t("{name} is paused.", { name }));
      onClose();
    },
  });
  return (
    <SchemaForm form={form} label={t("Pause {name}", { name })}>
      <Text size="sm" c="dimmed">
        {t("Workers finish what they run and begin nothing new. Jobs wait until it is resumed.")}
      </Text>
      <Textarea
        label={t("Reason")}
        description={t("Shown to everybody who looks at the queue.")}
        rows={3}
        data-autofocus
        {...form.fields.getInputProps("reason")}
      />
      <FormActions submit={t("Pause")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}

function Concurrency({ queue }: { queue: Queue }) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  const count = queue.concurrency ?? queue.definedConcurrency;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t("Jobs of {name} at once: {count}", { name: queue.name, count })}
        onClick={open}
      >
        {t("{count} at once", { count })}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("How many at once?")}>
        <ConcurrencyForm queue={queue} onClose={close} />
      </Modal>
    </>
  );
}

function ConcurrencyForm({ queue, onClose }: { queue: Queue; onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowQueues();
  const change = useMutation(trpc.jobs.setConcurrency.mutationOptions());
  const form = useSchemaForm({
    schema: SetConcurrencyInput,
    initialValues: { name: queue.name, concurrency: queue.concurrency ?? undefined },
    save: change.mutateAsync,
    onSaved: (queues) => {
      show(queues);
      notifyDone(t("The queue is changed."));
      onClose();
    },
  });
  const { onChange, value, ...input } = form.fields.getInputProps("concurrency");
  return (
    <SchemaForm form={form} label={t("Jobs at once")}>
      <NumberInput
        label={t("Jobs at once")}
        description={t("In each worker process. Left open, it is {count}.", {
          count: queue.definedConcurrency,
        })}
        min={1}
        max={MAX_CONCURRENCY}
        allowDecimal={false}
        data-autofocus
        value={value ?? ""}
        onChange={(next) => onChange(next === "" ? undefined : next)}
        {...input}
      />
      <FormActions submit={t("Save")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
