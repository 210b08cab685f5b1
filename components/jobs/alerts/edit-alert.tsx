import { ActionIcon, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useText } from "#components/i18n/text-provider.tsx";
import { AlertForm } from "#components/jobs/alerts/alert-form.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { type Alert, UpdateAlertInput } from "#server/domains/jobs/alerts/schema.ts";

export function EditAlert({ alert }: { alert: Alert }) {
  const t = useText();
  const trpc = useTRPC();
  const [isOpen, { open, close }] = useDisclosure(false);
  const update = useMutation(trpc.jobs.alerts.update.mutationOptions());
  const { id: alertId, version, queue, metric, threshold, recipients } = alert;
  return (
    <>
      <ActionIcon aria-label={t("Edit the alert")} onClick={open}>
        <IconPencil size={16} stroke={1.7} />
      </ActionIcon>
      <Modal opened={isOpen} onClose={close} title={t("Edit the alert")}>
        <AlertForm<UpdateAlertInput>
          schema={UpdateAlertInput}
          initialValues={{
            ...{ alertId, version, metric, threshold, recipients },
            ...(queue !== null && { queue }),
          }}
          save={update.mutateAsync}
          words={{
            label: t("Edit the alert"),
            submit: t("Save"),
            done: t("The alert is changed."),
          }}
          onClose={close}
        />
      </Modal>
    </>
  );
}
