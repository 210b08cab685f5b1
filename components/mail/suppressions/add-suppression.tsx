"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { SuppressInput } from "#server/domains/mail/suppressions/schema.ts";

export function AddSuppression() {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useMayChange("mail.manage")) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={open}>
        {t("Hold an address back")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Hold an address back")}>
        <AddForm onClose={close} />
      </Modal>
    </>
  );
}

function AddForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const suppress = useMutation(trpc.mail.suppress.mutationOptions());
  const form = useSchemaForm({
    schema: SuppressInput,
    initialValues: { recipient: "" },
    save: suppress.mutateAsync,
    onSaved: (_, { recipient }) => {
      void queryClient.invalidateQueries(trpc.mail.suppressions.pathFilter());
      notifyDone(t("{recipient} gets no more mail.", { recipient }));
      onClose();
    },
  });
  return (
    <SchemaForm form={form} label={t("Hold an address back")}>
      <TextInput
        label={t("Address")}
        type="email"
        data-autofocus
        {...form.fields.getInputProps("recipient")}
      />
      <FormActions submit={t("Hold it back")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
