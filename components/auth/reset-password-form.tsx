"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { NewPasswordInput } from "#components/auth/new-password-input.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ResetPasswordInput } from "#server/domains/auth/schema.ts";

export function ResetPasswordForm({ token }: { token: string }) {
  const t = useText();
  const trpc = useTRPC();
  const reset = useMutation(trpc.auth.resetPassword.mutationOptions());
  const [isDone, setIsDone] = useState(false);
  const form = useSchemaForm({
    schema: ResetPasswordInput,
    initialValues: { token, password: "" },
    save: reset.mutateAsync,
    onSaved: () => setIsDone(true),
  });
  if (isDone) {
    return (
      <Outcome title={t("Password changed")} isGood href="/sign-in" action={t("Sign in")}>
        {t("You are signed out everywhere. Sign in with the new password.")}
      </Outcome>
    );
  }
  return (
    <>
      <EntranceHeading title={t("Choose a new password")}>
        {t("Every session of your account ends when you save it.")}
      </EntranceHeading>
      <SchemaForm form={form} label={t("Choose a new password")}>
        <NewPasswordInput label={t("New password")} input={form.fields.getInputProps("password")} />
        <Button type="submit" size="md" fullWidth loading={form.isSaving}>
          {t("Save password")}
        </Button>
      </SchemaForm>
    </>
  );
}
