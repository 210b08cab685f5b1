"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ConfirmEmailChangeInput, type EmailChangeSide } from "#server/domains/auth/schema.ts";

interface ChangeEmailFormProps {
  side: EmailChangeSide;
  token: string;
}

/** A press of the button, since programs that read mail open links too. */
export function ChangeEmailForm({ side, token }: ChangeEmailFormProps) {
  const trpc = useTRPC();
  const confirm = useMutation(trpc.auth.confirmEmailChange.mutationOptions());
  const form = useSchemaForm({
    schema: ConfirmEmailChangeInput,
    initialValues: { side, token },
    save: confirm.mutateAsync,
    onSaved: () => undefined,
  });
  if (confirm.data) return <Confirmed side={side} isChanged={confirm.data.isChanged} />;
  return (
    <>
      <EntranceHeading title="Confirm the change">
        {side === "current"
          ? "One press, and your account may move from this address to the new one."
          : "One press, and your account may use this address."}
      </EntranceHeading>
      <SchemaForm form={form} label="Confirm the change of address">
        <Button type="submit" size="md" fullWidth loading={form.isSaving}>
          Confirm change
        </Button>
      </SchemaForm>
    </>
  );
}

function Confirmed({ side, isChanged }: { side: EmailChangeSide; isChanged: boolean }) {
  const other = side === "current" ? "new" : "present";
  return (
    <Outcome
      title={isChanged ? "Address changed" : "One more to go"}
      isGood
      href="/account"
      action="Go to your account"
    >
      {isChanged
        ? "Your account uses the new address from now on, to sign in as well."
        : `Thank you. The address changes once the link sent to your ${other} address is confirmed.`}
    </Outcome>
  );
}
