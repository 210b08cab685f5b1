"use client";

import { useMutation } from "@tanstack/react-query";
import { ConfirmByPress } from "#components/auth/confirm-by-press.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import type { Message } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ConfirmEmailChangeInput, type EmailChangeSide } from "#server/domains/auth/schema.ts";

interface ChangeEmailFormProps {
  side: EmailChangeSide;
  token: string;
}

export function ChangeEmailForm({ side, token }: ChangeEmailFormProps) {
  const t = useText();
  const trpc = useTRPC();
  const confirm = useMutation(trpc.auth.confirmEmailChange.mutationOptions());
  if (confirm.data) return <Confirmed side={side} isChanged={confirm.data.isChanged} />;
  return (
    <ConfirmByPress
      schema={ConfirmEmailChangeInput}
      link={{ side, token }}
      confirm={confirm.mutateAsync}
      title={t("Confirm the change")}
      label={t("Confirm the change of address")}
      action={t("Confirm change")}
    >
      {side === "current"
        ? t("One press, and your account may move from this address to the new one.")
        : t("One press, and your account may use this address.")}
    </ConfirmByPress>
  );
}

const STILL_TO_CONFIRM = {
  current: "Thank you. The address changes once the link sent to your new address is confirmed.",
  new: "Thank you. The address changes once the link sent to your present address is confirmed.",
} as const satisfies Record<EmailChangeSide, Message>;

function Confirmed({ side, isChanged }: { side: EmailChangeSide; isChanged: boolean }) {
  const t = useText();
  return (
    <Outcome
      title={isChanged ? t("Address changed") : t("One more to go")}
      isGood
      href="/account"
      action={t("Go to your account")}
    >
      {isChanged
        ? t("Your account uses the new address from now on, to sign in as well.")
        : t(STILL_TO_CONFIRM[side])}
    </Outcome>
  );
}
