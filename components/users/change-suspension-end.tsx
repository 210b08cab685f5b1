"use client";

import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendarTime } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { describeValue } from "#components/audit/change-text.ts";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { SuspensionEnd } from "#components/users/suspension-end.tsx";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import { ChangeSuspensionEndInput, User } from "#server/domains/users/schema.ts";

interface ChangeSuspensionEndProps {
  user: User;
  /** A dialog that is open stays so when the change is offered no more. */
  isOffered: boolean;
}

export function ChangeSuspensionEnd({ user, isOffered }: ChangeSuspensionEndProps) {
  const t = useText();
  // The form edits what was read when it was opened, whatever is read meanwhile.
  const [edited, setEdited] = useState(user);
  const [isOpen, { open, close }] = useDisclosure(false);
  const begin = () => {
    setEdited(user);
    open();
  };
  return (
    <>
      {isOffered && (
        <Button
          variant="default"
          onClick={begin}
          leftSection={<IconCalendarTime size={16} stroke={1.6} />}
        >
          {t("Change end")}
        </Button>
      )}
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("When may {name} come back?", { name: edited.name })}
      >
        <EndForm user={edited} onClose={close} />
      </Modal>
    </>
  );
}

function EndForm({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useText();
  const trpc = useTRPC();
  const refresh = useRefreshUser(user.id);
  const change = useMutation(trpc.users.changeSuspensionEnd.mutationOptions());
  const form = useSchemaForm({
    schema: ChangeSuspensionEndInput,
    initialValues: valuesOf(user),
    save: change.mutateAsync,
    onSaved: async () => {
      notifyDone(t("The end of the suspension is changed."));
      onClose();
      await refresh();
    },
    conflict: {
      labels: { until: t("Ends") },
      adopt: (current) => valuesOf(User.parse(current)),
      say: (value) => describeValue(value, t),
    },
  });
  return (
    <SchemaForm form={form} label={t("End of the suspension")}>
      <SuspensionEnd
        key={form.conflict?.version ?? user.version}
        {...form.fields.getInputProps("until")}
      />
      <FormActions submit={t("Save")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}

function valuesOf({ id: userId, version, suspendedUntil }: User) {
  return { userId, version, until: suspendedUntil ?? undefined };
}
