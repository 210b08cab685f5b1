"use client";

import { useMutation } from "@tanstack/react-query";
import { ConfirmByPress } from "#components/auth/confirm-by-press.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ConfirmEmailChangeInput, type EmailChangeSide } from "#server/domains/auth/schema.ts";

interface ChangeEmailFormProps {
  side: EmailChangeSide;
  token: string;
}

export function ChangeEmailForm({ side, token }: ChangeEmailFormProps) {
  const trpc = useTRPC();
  const confirm = useMutation(trpc.auth.confirmEmailChange.mutationOptions());
  if (confirm.data) return <Confirmed side={side} isChanged={confirm.data.isChanged} />;
  return (
    <ConfirmByPress
      schema={ConfirmEmailChangeInput}
      link={{ side, token }}
      confirm={confirm.mutateAsync}
      title="Confirm the change"
      label="Confirm the change of address"
      action="Confirm change"
    >
      {side === "current"
        ? "One press, and your account may move from this address to the new one."
        : "One press, and your account may use this address."}
    </ConfirmByPress>
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
