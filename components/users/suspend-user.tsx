"use client";

import { Button, Modal, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBan } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { SuspensionEnd } from "#components/users/suspension-end.tsx";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import { SuspendUserInput, type User } from "#server/domains/users/schema.ts";

interface SuspendUserProps {
  user: User;
  /** A dialog that is open stays so when the suspension is offered no more. */
  isOffered: boolean;
}

export function SuspendUser({ user, isOffered }: SuspendUserProps) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      {isOffered && (
        <Button variant="default" onClick={open} leftSection={<IconBan size={16} stroke={1.6} />}>
          {t("Suspend")}
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} title={t("Suspend {name}?", { name: user.name })}>
        <SuspensionForm user={user} onClose={close} />
      </Modal>
    </>
  );
}

function SuspensionForm({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const refresh = useRefreshUser(user.id);
  const suspend = useMutation(trpc.users.suspend.mutationOptions());
  const form = useSchemaForm({
    schema: SuspendUserInput,
    initialValues: { userId: user.id, reason: "", until: undefined as Date | undefined },
    save: suspend.mutateAsync,
    onSaved: async () => {
      notifyDone(t("{name} is suspended.", { name: user.name }));
      onClose();
      await refresh();
    },
  });
  return (
    <SchemaForm form={form} label={t("Suspend {name}", { name: user.name })}>
      <Text size="sm" c="dimmed">
        {t("They are signed out everywhere at once and cannot sign in until the suspension ends.")}
      </Text>
      <Textarea
        label={t("Reason")}
        description={t("Kept in the history. The user does not see it.")}
        rows={3}
        data-autofocus
        {...form.fields.getInputProps("reason")}
      />
      <SuspensionEnd {...form.fields.getInputProps("until")} />
      <FormActions submit={t("Suspend")} isDangerous isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
