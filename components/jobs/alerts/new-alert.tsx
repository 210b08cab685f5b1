"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useText } from "#components/i18n/text-provider.tsx";
import { AlertForm } from "#components/jobs/alerts/alert-form.tsx";
import { useMayChange, useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { AlertInput } from "#server/domains/jobs/alerts/schema.ts";

export function NewAlert() {
  const t = useText();
  const trpc = useTRPC();
  const { email } = useViewer();
  const [isOpen, { open, close }] = useDisclosure(false);
  const create = useMutation(trpc.jobs.alerts.create.mutationOptions());
  if (!useMayChange("jobs.manage")) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={open}>
        {t("New alert")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("New alert")}>
        <AlertForm<AlertInput>
          schema={AlertInput}
          initialValues={{ metric: "depth", threshold: 100, recipients: [email] }}
          save={create.mutateAsync}
          words={{ label: t("New alert"), submit: t("Make it"), done: t("The alert is made.") }}
          onClose={close}
        />
      </Modal>
    </>
  );
}
