"use client";

import { IconMail } from "@tabler/icons-react";
import { Outcome } from "#components/auth/outcome.tsx";
import { useText } from "#components/i18n/text-provider.tsx";

export function RegistrationClosed() {
  const t = useText();
  return (
    <Outcome
      title={t("Accounts are by invitation")}
      icon={IconMail}
      isGood={false}
      href="/sign-in"
      action={t("Go to sign-in")}
    >
      {t(
        "Registration is closed. Ask an administrator to invite you; the mail they send has a link that lets you in.",
      )}
    </Outcome>
  );
}
