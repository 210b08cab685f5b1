"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { roleLabel } from "#components/access/role-label.ts";
import { describeValue } from "#components/audit/change-text.ts";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { RolePicker } from "#components/users/role-picker.tsx";
import { useRoles } from "#components/users/use-roles.ts";
import { useUpdateUser } from "#components/users/use-update-user.ts";
import { UpdateUserInput, User } from "#server/domains/users/schema.ts";

type UpdateUser = ReturnType<typeof useUpdateUser>;

interface EditUserProps {
  user: User;
  /** A dialog that is open stays so when the edit is offered no more. */
  isOffered: boolean;
}

export function EditUser({ user, isOffered }: EditUserProps) {
  const t = useText();
  // The form edits what was read when it was opened, whatever is read meanwhile.
  const [edited, setEdited] = useState(user);
  const [isOpen, { open, close }] = useDisclosure(false);
  const update = useUpdateUser(user.id);
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
          leftSection={<IconPencil size={16} stroke={1.6} />}
        >
          {t("Edit")}
        </Button>
      )}
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("Edit {name}", { name: edited.name })}
        size={520}
      >
        <EditForm user={edited} update={update} onClose={close} />
      </Modal>
    </>
  );
}

interface EditFormProps {
  user: User;
  update: UpdateUser;
  onClose: () => void;
}

function EditForm({ user, update, onClose }: EditFormProps) {
  const t = useText();
  const roles = useRoles();
  const nameOf = (key: string) => {
    const role = roles.find((one) => one.key === key);
    return role ? roleLabel(t, role) : key;
  };
  const [before, setBefore] = useState(user);
  const form = useSchemaForm({
    schema: UpdateUserInput,
    initialValues: valuesOf(user),
    save: update.save,
    onSaved: (saved) => {
      update.tell(saved, before);
      onClose();
    },
    conflict: {
      labels: { name: t("Name"), department: t("Department"), roles: t("Roles") },
      adopt(current) {
        const theirs = User.parse(current);
        setBefore(theirs);
        return valuesOf(theirs);
      },
      say(value, field) {
        if (field !== "roles" || !Array.isArray(value)) return describeValue(value, t);
        return value.map(nameOf).join(", ");
      },
    },
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Edit {name}", { name: user.name })}>
      <TextInput label={t("Name")} withAsterisk data-autofocus {...fields.getInputProps("name")} />
      <TextInput label={t("Department")} {...fields.getInputProps("department")} />
      <RolePicker {...fields.getInputProps("roles")} />
      <FormActions submit={t("Save changes")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}

function valuesOf({ id: userId, version, name, department, roles }: User) {
  return { userId, version, name, department: department ?? "", roles };
}
