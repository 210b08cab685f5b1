"use client";

import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { RolePicker } from "#components/users/role-picker.tsx";
import { SameName } from "#components/users/same-name.tsx";
import { useRefreshUsers } from "#components/users/use-refresh-users.ts";
import { UserFields } from "#server/domains/users/schema.ts";

const NOBODY: UserFields = { name: "", email: "", department: "", roles: ["viewer"] };

const WORDS = {
  invite: {
    label: "Invite a user",
    hint: "They receive a link to choose a password.",
    submit: "Send invitation",
    done: "{name} is invited: the mail is on its way to {email}.",
  },
  create: {
    label: "Add a user",
    hint: "They receive no mail until you send the invitation from their page.",
    submit: "Add user",
    done: "{name} is added. Nobody has told them yet.",
  },
} as const;

interface NewUserFormProps {
  /** With a mail, or without. */
  how: keyof typeof WORDS;
  onClose: () => void;
}

export function NewUserForm({ how, onClose }: NewUserFormProps) {
  const t = useText();
  const trpc = useTRPC();
  const refresh = useRefreshUsers();
  const add = useMutation(trpc.users[how].mutationOptions());
  const words = WORDS[how];
  const form = useSchemaForm({
    schema: UserFields,
    initialValues: NOBODY,
    save: add.mutateAsync,
    onSaved: async (user) => {
      notifyDone(t(words.done, { name: user.name, email: user.email }));
      onClose();
      await refresh();
    },
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t(words.label)}>
      <TextInput label={t("Name")} withAsterisk data-autofocus {...fields.getInputProps("name")} />
      <SameName name={fields.values.name} />
      <TextInput
        label={t("E-mail")}
        type="email"
        withAsterisk
        description={t(words.hint)}
        {...fields.getInputProps("email")}
      />
      <TextInput label={t("Department")} {...fields.getInputProps("department")} />
      <RolePicker {...fields.getInputProps("roles")} />
      <FormActions submit={t(words.submit)} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
