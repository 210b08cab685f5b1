"use client";

import { Button, Modal, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CurrentPasswordInput } from "#components/account/current-password-input.tsx";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { RequestEmailChangeInput } from "#server/domains/auth/schema.ts";

export function ChangeEmail() {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {t("Change address")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Change your e-mail address")}>
        <ChangeEmailForm onClose={close} />
      </Modal>
    </>
  );
}

function ChangeEmailForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const request = useMutation(trpc.account.requestEmailChange.mutationOptions());
  const form = useSchemaForm({
    schema: RequestEmailChangeInput,
    initialValues: { email: "", currentPassword: "" },
    save: request.mutateAsync,
    onSaved: async () => {
      notifyDone(t("A link is on its way to both addresses."));
      await queryClient.invalidateQueries(trpc.account.emailChange.queryFilter());
      onClose();
    },
  });
  return (
    <SchemaForm form={form} label={t("Change e-mail address")}>
      <Text size="sm" c="dimmed">
        {t(
          "We write to your present and to your new address. The change is made when both have confirmed it.",
        )}
      </Text>
      <TextInput
        label={t("New address")}
        type="email"
        withAsterisk
        autoComplete="email"
        data-autofocus
        {...form.fields.getInputProps("email")}
      />
      <CurrentPasswordInput input={form.fields.getInputProps("currentPassword")} />
      <FormActions submit={t("Send links")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
