"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { NewPasswordInput } from "#components/auth/new-password-input.tsx";
import { enter } from "#components/auth/next-path.ts";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { SetUpInput } from "#server/domains/auth/schema.ts";

export function SetUpForm({ token }: { token: string }) {
  const t = useText();
  const trpc = useTRPC();
  const setUp = useMutation(trpc.auth.setUp.mutationOptions());
  const form = useSchemaForm({
    schema: SetUpInput,
    initialValues: { token, name: "", email: "", password: "" },
    save: setUp.mutateAsync,
    onSaved: () => enter(),
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Set up Binnacle")}>
      <TextInput
        label={t("Your name")}
        withAsterisk
        autoComplete="name"
        data-autofocus
        {...fields.getInputProps("name")}
      />
      <TextInput
        label={t("E-mail")}
        type="email"
        withAsterisk
        autoComplete="username"
        {...fields.getInputProps("email")}
      />
      <NewPasswordInput label={t("Password")} input={fields.getInputProps("password")} />
      <Button type="submit" size="md" fullWidth loading={form.isSaving}>
        {t("Create owner account")}
      </Button>
    </SchemaForm>
  );
}
