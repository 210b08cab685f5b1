"use client";

import { Button, Modal, Skeleton, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrashX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { notifyDone } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { PurgeConsequences } from "#components/users/purge-consequences.tsx";
import { describeLosses, describeRemains } from "#components/users/purge-words.ts";
import { PurgeUserInput } from "#server/domains/users/trash/schema.ts";

interface Doomed {
  id: string;
  name: string;
  email: string;
}

export function PurgeUser({ user }: { user: Doomed }) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        onClick={open}
        aria-label={t("Purge {name}", { name: user.name })}
        leftSection={<IconTrashX size={16} stroke={1.6} />}
      >
        {t("Purge…")}
      </Button>
      <PurgeDialog user={user} isOpen={isOpen} onClose={close} />
    </>
  );
}

interface PurgeDialogProps {
  user: Doomed;
  isOpen: boolean;
  onClose: () => void;
}

export function PurgeDialog({ user, isOpen, onClose }: PurgeDialogProps) {
  const t = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("Purge {name} for good?", { name: user.name })}
      size={480}
    >
      <PurgeForm user={user} onClose={onClose} />
    </Modal>
  );
}

function PurgeForm({ user, onClose }: { user: Doomed; onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const isOnTheirPage = usePathname() === `/users/${user.id}`;
  const purge = useMutation(trpc.users.purge.mutationOptions());
  const form = useSchemaForm({
    schema: PurgeUserInput,
    initialValues: { userId: user.id, email: "" },
    save: purge.mutateAsync,
    onSaved: async () => {
      notifyDone(t("{name} is purged.", { name: user.name }));
      onClose();
      if (isOnTheirPage) router.replace("/users/trash");
      await queryClient.invalidateQueries(trpc.users.listTrash.pathFilter());
    },
  });
  return (
    <SchemaForm form={form} label={t("Purge {name}", { name: user.name })}>
      <Consequences userId={user.id} />
      <TextInput
        label={t("Their e-mail address")}
        description={t("Type {email} to confirm.", { email: user.email })}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        {...form.fields.getInputProps("email")}
      />
      <FormActions
        submit={t("Purge for good")}
        isDangerous
        isSaving={form.isSaving}
        onCancel={onClose}
      />
    </SchemaForm>
  );
}

function Consequences({ userId }: { userId: string }) {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.users.purgePreview.queryOptions({ userId }, { staleTime: 0 }));
  return (
    <QueryView query={query} skeleton={<Skeleton height={150} radius="md" />}>
      {(preview) => (
        <PurgeConsequences
          goes={describeLosses(t, preview.goes)}
          stays={describeRemains(t, preview)}
        />
      )}
    </QueryView>
  );
}
