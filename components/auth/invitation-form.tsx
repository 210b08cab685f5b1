"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { NewPasswordInput } from "#components/auth/new-password-input.tsx";
import { enter } from "#components/auth/next-path.ts";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { AcceptInvitationInput, type Invitation } from "#server/domains/auth/schema.ts";

interface InvitationFormProps {
  token: string;
  invitation: z.infer<typeof Invitation>;
}

export function InvitationForm({ token, invitation }: InvitationFormProps) {
  const t = useText();
  const trpc = useTRPC();
  const accept = useMutation(trpc.auth.acceptInvitation.mutationOptions());
  const form = useSchemaForm({
    schema: AcceptInvitationInput,
    initialValues: { token, name: invitation.name, password: "" },
    save: accept.mutateAsync,
    onSaved: () => enter(),
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Accept the invitation")}>
      <TextInput label={t("E-mail")} value={invitation.email} readOnly autoComplete="username" />
      <TextInput
        label={t("Your name")}
        withAsterisk
        autoComplete="name"
        {...fields.getInputProps("name")}
      />
      <NewPasswordInput label={t("Password")} input={fields.getInputProps("password")} />
      <Button type="submit" size="md" fullWidth loading={form.isSaving}>
        {t("Accept and sign in")}
      </Button>
    </SchemaForm>
  );
}
