"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { LinkInput } from "#server/domains/auth/schema.ts";

/** A press of the button, since programs that read mail open links too. */
export function VerifyEmailForm({ token }: { token: string }) {
  const trpc = useTRPC();
  const verify = useMutation(trpc.auth.verifyEmail.mutationOptions());
  const [isDone, setIsDone] = useState(false);
  const form = useSchemaForm({
    schema: LinkInput,
    initialValues: { token },
    save: verify.mutateAsync,
    onSaved: () => setIsDone(true),
  });
  if (isDone) {
    return (
      <Outcome title="Address confirmed" isGood href="/" action="Go to Binnacle">
        Thank you. Your e-mail address is verified.
      </Outcome>
    );
  }
  return (
    <>
      <EntranceHeading title="Confirm your address">
        One press, and we know that this address reaches you.
      </EntranceHeading>
      <SchemaForm form={form} label="Confirm your address">
        <Button type="submit" size="md" fullWidth loading={form.isSaving}>
          Confirm address
        </Button>
      </SchemaForm>
    </>
  );
}
