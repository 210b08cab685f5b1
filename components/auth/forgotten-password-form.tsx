"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { TextLink } from "#components/link/link.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { RequestPasswordResetInput } from "#server/domains/auth/schema.ts";

export function ForgottenPasswordForm() {
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
      <Outcome title="Check your mail" isGood href="/sign-in" action="Back to sign-in">
        If {sentTo} belongs to an account, a link to choose a new password is on its way.
      </Outcome>
    );
  }
  return (
    <>
      <EntranceHeading title="Forgot your password?">
        Enter your address and we send you a link to choose a new one.
      </EntranceHeading>
      <SchemaForm form={form} label="Ask for a new password">
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          data-autofocus
          {...form.fields.getInputProps("email")}
        />
        <Button type="submit" size="md" fullWidth loading={form.isSaving}>
          Send link
        </Button>
        <TextLink href="/sign-in" size="sm">
          Back to sign-in
        </TextLink>
      </SchemaForm>
    </>
  );
}
