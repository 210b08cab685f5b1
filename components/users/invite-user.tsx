"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.ts";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useCan } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { RolePicker } from "#components/users/role-picker.tsx";
import { UserFields } from "#server/domains/users/schema.ts";

export function InviteUser() {
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useCan("users.create")) {
    return null;
  }
  return (
    <>
      <Button onClick={open} leftSection={<IconUserPlus size={16} stroke={1.8} />}>
        Invite user
      </Button>
      <InviteUserDialog isOpen={isOpen} onClose={close} />
    </>
  );
}

export function InviteUserDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Invite a user" size={520}>
      <InvitationForm onClose={onClose} />
    </Modal>
  );
}

const NOBODY: UserFields = { name: "", email: "", department: "", roles: ["viewer"] };

function InvitationForm({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const invite = useMutation(trpc.users.invite.mutationOptions());
  const form = useSchemaForm({
    schema: UserFields,
    initialValues: NOBODY,
    save: invite.mutateAsync,
    onSaved: async (user) => {
      notifyDone(`${user.name} is invited: the mail is on its way to ${user.email}.`);
      onClose();
      await queryClient.invalidateQueries(trpc.users.list.queryFilter());
    },
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label="Invite a user">
      <TextInput label="Name" withAsterisk data-autofocus {...fields.getInputProps("name")} />
      <TextInput
        label="E-mail"
        type="email"
        withAsterisk
        description="They receive a link to choose a password."
        {...fields.getInputProps("email")}
      />
      <TextInput label="Department" {...fields.getInputProps("department")} />
      <RolePicker {...fields.getInputProps("roles")} />
      <FormActions submit="Send invitation" isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
