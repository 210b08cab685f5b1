"use client";

import { useMutation } from "@tanstack/react-query";
import { ConfirmByPress } from "#components/auth/confirm-by-press.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { LinkInput } from "#server/domains/auth/schema.ts";

export function VerifyEmailForm({ token }: { token: string }) {
  const trpc = useTRPC();
  const verify = useMutation(trpc.auth.verifyEmail.mutationOptions());
  if (verify.data) {
    return (
      <Outcome title="Address confirmed" isGood href="/" action="Go to Binnacle">
        Thank you. Your e-mail address is confirmed.
      </Outcome>
    );
  }
  return (
    <ConfirmByPress
      schema={LinkInput}
      link={{ token }}
      confirm={verify.mutateAsync}
      title="Confirm your address"
      label="Confirm your address"
      action="Confirm address"
    >
      One press, and we know that this address reaches you.
    </ConfirmByPress>
  );
}
