"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { NewPasswordInput } from "#components/auth/new-password-input.tsx";
import { enter } from "#components/auth/next-path.ts";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { CompleteRegistrationInput, type Registration } from "#server/domains/auth/schema.ts";

interface CompleteRegistrationFormProps {
  token: string;
  registration: Registration;
}

export function CompleteRegistrationForm({ token, registration }: CompleteRegistrationFormProps) {
  const t = useText();
  const trpc = useTRPC();
  const complete = useMutation(trpc.auth.completeRegistration.mutationOptions());
  const form = useSchemaForm({
    schema: CompleteRegistrationInput,
    initialValues: { token, name: registration.name, password: "" },
    save: complete.mutateAsync,
    onSaved: () => enter(),
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Finish your account")}>
      <TextInput label={t("E-mail")} value={registration.email} readOnly autoComplete="username" />
      <TextInput
        label={t("Your name")}
        withAsterisk
        autoComplete="name"
        {...fields.getInputProps("name")}
      />
      <NewPasswordInput label={t("Password")} input={fields.getInputProps("password")} />
      <Button type="submit" size="md" fullWidth loading={form.isSaving}>
        {t("Create account and sign in")}
      </Button>
    </SchemaForm>
  );
}
