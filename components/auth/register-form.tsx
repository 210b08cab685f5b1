"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { TextLink } from "#components/link/link.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { RegisterInput } from "#server/domains/auth/schema.ts";

export function RegisterForm() {
  const t = useText();
  const trpc = useTRPC();
  const register = useMutation(trpc.auth.register.mutationOptions());
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useSchemaForm({
    schema: RegisterInput,
    initialValues: { name: "", email: "" },
    save: register.mutateAsync,
    onSaved: (_, { email }) => setSentTo(email),
  });
  if (sentTo) {
    return (
      <Outcome title={t("Check your mail")} isGood href="/sign-in" action={t("Back to sign-in")}>
        {t("A mail to {email} says what to do next. It should be there in a minute.", {
          email: sentTo,
        })}
      </Outcome>
    );
  }
  const { fields } = form;
  return (
    <>
      <EntranceHeading title={t("Create an account")}>
        {t("We send you a link to choose your password with.")}
      </EntranceHeading>
      <SchemaForm form={form} label={t("Create an account")}>
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
        <Button type="submit" size="md" fullWidth loading={form.isSaving}>
          {t("Send link")}
        </Button>
        <TextLink href="/sign-in" size="sm">
          {t("Sign in instead")}
        </TextLink>
      </SchemaForm>
    </>
  );
}
