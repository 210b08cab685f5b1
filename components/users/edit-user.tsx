"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.ts";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { RolePicker } from "#components/users/role-picker.tsx";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import { UpdateUserInput, type User } from "#server/domains/users/schema.ts";

export function EditUser({ user }: { user: User }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<IconPencil size={16} stroke={1.6} />}>
        Edit
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Edit ${user.name}`} size={520}>
        <EditForm key={user.version} user={user} onClose={close} />
      </Modal>
    </>
  );
}

function EditForm({ user, onClose }: { user: User; onClose: () => void }) {
  const trpc = useTRPC();
  const refresh = useRefreshUser(user.id);
  const update = useMutation(trpc.users.update.mutationOptions());
  const form = useSchemaForm({
    schema: UpdateUserInput,
    initialValues: {
      userId: user.id,
      version: user.version,
      name: user.name,
      department: user.department ?? "",
      roles: user.roles,
    },
    save: update.mutateAsync,
    onSaved: async () => {
      notifyDone("Changes saved.");
      onClose();
      await refresh();
    },
  });
  const { fields, problem } = form;
  return (
    <SchemaForm form={form} label={`Edit ${user.name}`}>
      {problem?.code === "CONFLICT" && (
        <Button variant="default" onClick={() => void refresh()}>
          Load the latest version
        </Button>
      )}
      <TextInput label="Name" withAsterisk data-autofocus {...fields.getInputProps("name")} />
      <TextInput label="Department" {...fields.getInputProps("department")} />
      <RolePicker {...fields.getInputProps("roles")} />
      <FormActions submit="Save changes" isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
