"use client";

import { Button, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { CurrentPasswordInput } from "#components/account/current-password-input.tsx";
import { Panel } from "#components/display/panel.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { leaveFor } from "#components/trpc/leave-for.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { DeleteAccountInput } from "#server/domains/account/schema.ts";
import classes from "./account.module.css";

export function DeleteAccount() {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <div className={classes.danger}>
      <Panel title={t("Delete account")} description={t("For good. Nobody can bring it back.")}>
        <Button
          variant="default"
          className={classes.dangerButton}
          onClick={open}
          leftSection={<IconTrash size={16} stroke={1.6} />}
        >
          {t("Delete account")}
        </Button>
      </Panel>
      <Modal opened={isOpen} onClose={close} title={t("Delete your account?")}>
        <DeletionForm onClose={close} />
      </Modal>
    </div>
  );
}

function DeletionForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const deletion = useMutation(
    trpc.account.delete.mutationOptions({ onSuccess: () => leaveFor("/sign-in") }),
  );
  const form = useSchemaForm({
    schema: DeleteAccountInput,
    initialValues: { password: "" },
    save: deletion.mutateAsync,
  });
  return (
    <SchemaForm form={form} label={t("Delete account")}>
      <Text size="sm" c="dimmed">
        {t(
          "Your profile, your sessions on every device and the links mailed to you are deleted at once, for good. The audit log keeps what you did.",
        )}
      </Text>
      <CurrentPasswordInput isFirst input={form.fields.getInputProps("password")} />
      <FormActions
        submit={t("Delete account")}
        isDangerous
        isSaving={form.isSaving}
        onCancel={onClose}
      />
    </SchemaForm>
  );
}
