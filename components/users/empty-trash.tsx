"use client";

import { Button, Modal, NumberInput, Skeleton, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrashX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { notifyDone } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { PurgeConsequences } from "#components/users/purge-consequences.tsx";
import { describeAllLosses, describeAllRemains } from "#components/users/purge-words.ts";
import { EmptyTrashInput, type EmptyTrashPreview } from "#server/domains/users/trash/schema.ts";

export function EmptyTrash() {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<IconTrashX size={16} stroke={1.6} />}>
        {t("Empty trash…")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Empty the trash for good?")} size={480}>
        <Rehearsal onClose={close} />
      </Modal>
    </>
  );
}

function Rehearsal({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.users.emptyTrashPreview.queryOptions(undefined, { staleTime: 0, gcTime: 0 }),
  );
  return (
    <QueryView query={query} skeleton={<Skeleton height={220} radius="md" />}>
      {(preview) =>
        preview.users > 0 ? (
          <EmptyForm preview={preview} onClose={onClose} />
        ) : (
          <NothingToPurge preview={preview} onClose={onClose} />
        )
      }
    </QueryView>
  );
}

interface FormProps {
  preview: EmptyTrashPreview;
  onClose: () => void;
}

function NothingToPurge({ preview: { outOfReach }, onClose }: FormProps) {
  const t = useText();
  return (
    <>
      <Text size="sm" mb="md">
        {outOfReach > 0
          ? t(
              "{count, plural, one {# user} other {# users}} in the trash may do as much as you, or more: they are not yours to purge.",
              { count: outOfReach },
            )
          : t("There is nobody in it.")}
      </Text>
      <Button variant="default" onClick={onClose}>
        {t("Close")}
      </Button>
    </>
  );
}

function EmptyForm({ preview, onClose }: FormProps) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const format = useFormat();
  const { empty, left } = useEmpty();
  const form = useSchemaForm<{ users: number }, number>({
    schema: EmptyTrashInput,
    initialValues: { users: "" as unknown as number },
    save: ({ users }) => empty(users),
    onSaved: async (purged) => {
      notifyDone(t("{count, plural, one {# user} other {# users}} purged.", { count: purged }));
      onClose();
      await queryClient.invalidateQueries(trpc.users.pathFilter());
    },
  });
  return (
    <SchemaForm form={form} label={t("Empty the trash")}>
      <PurgeConsequences
        goes={describeAllLosses(t, preview)}
        stays={describeAllRemains(t, preview)}
      />
      <NumberInput
        label={t("How many users go")}
        description={t("Type {number} to confirm.", { number: format.number(preview.users) })}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        {...format.separators}
        data-autofocus
        {...form.fields.getInputProps("users")}
      />
      {left !== null && (
        <Text size="sm" c="dimmed" role="status">
          {t("{count, plural, one {# user} other {# users}} left…", { count: left })}
        </Text>
      )}
      <FormActions
        submit={t("Purge them for good")}
        isDangerous
        isSaving={form.isSaving}
        onCancel={onClose}
      />
    </SchemaForm>
  );
}

/** Calls again for what is left of a full trash, until nothing is or somebody else holds the rest. */
function useEmpty() {
  const trpc = useTRPC();
  const call = useMutation(trpc.users.emptyTrash.mutationOptions());
  const [left, setLeft] = useState<number | null>(null);

  async function empty(users: number): Promise<number> {
    let total = 0;
    for (let due = users; due > 0; ) {
      const outcome = await call.mutateAsync({ users: due });
      total += outcome.purged;
      due = outcome.purged > 0 ? outcome.left : 0;
      setLeft(due);
    }
    return total;
  }

  return { empty, left };
}
