"use client";

import { Button, List, Modal, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMasksTheater } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { leaveFor } from "#components/trpc/leave-for.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { StartImpersonationInput } from "#server/domains/sessions/impersonation/schema.ts";
import type { User } from "#server/domains/users/schema.ts";

interface ImpersonateUserProps {
  user: User;
  /** A dialog that is open stays so when the impersonation is offered no more. */
  isOffered: boolean;
}

export function ImpersonateUser({ user, isOffered }: ImpersonateUserProps) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      {isOffered && (
        <Button
          variant="default"
          onClick={open}
          leftSection={<IconMasksTheater size={16} stroke={1.6} />}
        >
          {t("Impersonate")}
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} title={t("Act as {name}?", { name: user.name })}>
        <ImpersonationForm user={user} onClose={close} />
      </Modal>
    </>
  );
}

function ImpersonationForm({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const format = useFormat();
  const terms = useQuery(trpc.impersonation.terms.queryOptions());
  const duration = terms.data && format.duration(terms.data.durationSeconds);
  // All that this page has loaded is one's own: the next one begins anew.
  const start = useMutation(
    trpc.impersonation.start.mutationOptions({ onSuccess: () => leaveFor("/") }),
  );
  const form = useSchemaForm({
    schema: StartImpersonationInput,
    initialValues: { userId: user.id, reason: "" },
    save: start.mutateAsync,
  });
  return (
    <SchemaForm form={form} label={t("Act as {name}", { name: user.name })}>
      <List size="sm" c="dimmed" spacing={4}>
        <List.Item>
          {t("You see and may do what {name} sees and may do, in every tab.", { name: user.name })}
        </List.Item>
        <List.Item>
          {t("Their password, address and account stay theirs, and you give nobody a role.")}
        </List.Item>
        <List.Item>
          {duration
            ? t("It ends by itself after {duration}, and whenever you end it.", { duration })
            : t("It ends by itself, and whenever you end it.")}
        </List.Item>
        <List.Item>
          {t(
            "The audit log names you both for everything, and {name} can see that you were here.",
            {
              name: user.name,
            },
          )}
        </List.Item>
      </List>
      <Textarea
        label={t("Reason")}
        description={t("Kept in the audit log, where others read it.")}
        rows={3}
        required
        withAsterisk={false}
        data-autofocus
        {...form.fields.getInputProps("reason")}
      />
      <FormActions submit={t("Start")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
