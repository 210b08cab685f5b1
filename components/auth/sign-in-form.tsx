"use client";

import { Button, Checkbox, Group, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { enter } from "#components/auth/next-path.ts";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { TextLink } from "#components/link/link.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { SignInInput } from "#server/domains/auth/schema.ts";

export function SignInForm({ next }: { next: string }) {
  const t = useText();
  const trpc = useTRPC();
  const signIn = useMutation(trpc.auth.signIn.mutationOptions());
  const form = useSchemaForm({
    schema: SignInInput,
    initialValues: { email: "", password: "", remember: false },
    save: signIn.mutateAsync,
    onSaved: () => enter(next),
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Sign in")}>
      <TextInput
        label={t("E-mail")}
        type="email"
        autoComplete="username"
        data-autofocus
        {...fields.getInputProps("email")}
      />
      <PasswordInput
        label={t("Password")}
        autoComplete="current-password"
        aria-invalid={Boolean(fields.errors.password)}
        {...fields.getInputProps("password")}
      />
      <Group justify="space-between">
        <Checkbox
          size="xs"
          label={t("Keep me signed in")}
          {...fields.getInputProps("remember", { type: "checkbox" })}
        />
        <TextLink href="/forgot-password" size="sm">
          {t("Forgot your password?")}
        </TextLink>
      </Group>
      <Button type="submit" size="md" fullWidth loading={form.isSaving}>
        {t("Sign in")}
      </Button>
    </SchemaForm>
  );
}
