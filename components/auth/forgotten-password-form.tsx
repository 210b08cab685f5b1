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
import { RequestPasswordResetInput } from "#server/domains/auth/schema.ts";

export function ForgottenPasswordForm() {
  const t = useText();
  const trpc = useTRPC();
  const request = useMutation(trpc.auth.requestPasswordReset.mutationOptions());
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useSchemaForm({
    schema: RequestPasswordResetInput,
    initialValues: { email: "" },
    save: request.mutateAsync,
    onSaved: (_, { email }) => setSentTo(email),
  });
  if (sentTo) {
    return (
      <Outcome title={t("Check your mail")} isGood href="/sign-in" action={t("Back to sign-in")}>
        {t("If {email} belongs to an account, a link to choose a new password is on its way.", {
          email: sentTo,
        })}
      </Outcome>
    );
  }
  return (
    <>
      <EntranceHeading title={t("Forgot your password?")}>
        {t("Enter your address and we send you a link to choose a new one.")}
      </EntranceHeading>
      <SchemaForm form={form} label={t("Ask for a new password")}>
        <TextInput
          label={t("E-mail")}
          type="email"
          autoComplete="username"
          data-autofocus
          {...form.fields.getInputProps("email")}
        />
        <Button type="submit" size="md" fullWidth loading={form.isSaving}>
          {t("Send link")}
        </Button>
        <TextLink href="/sign-in" size="sm">
          {t("Back to sign-in")}
        </TextLink>
      </SchemaForm>
    </>
  );
}
