"use client";

import { useMutation } from "@tanstack/react-query";
import { ConfirmByPress } from "#components/auth/confirm-by-press.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { LinkInput } from "#server/domains/auth/schema.ts";

export function VerifyEmailForm({ token }: { token: string }) {
  const t = useText();
  const trpc = useTRPC();
  const verify = useMutation(trpc.auth.verifyEmail.mutationOptions());
  if (verify.data) {
    return (
      <Outcome title={t("Address confirmed")} isGood href="/" action={t("Go to Binnacle")}>
        {t("Thank you. Your e-mail address is confirmed.")}
      </Outcome>
    );
  }
  return (
    <ConfirmByPress
      schema={LinkInput}
      link={{ token }}
      confirm={verify.mutateAsync}
      title={t("Confirm your address")}
      label={t("Confirm your address")}
      action={t("Confirm address")}
    >
      {t("One press, and we know that this address reaches you.")}
    </ConfirmByPress>
  );
}
