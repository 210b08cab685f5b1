import { IconMail } from "@tabler/icons-react";
import { Outcome } from "#components/auth/outcome.tsx";

export function RegistrationClosed() {
  return (
    <Outcome
      title="Accounts are by invitation"
      icon={IconMail}
      isGood={false}
      href="/sign-in"
      action="Go to sign-in"
    >
      Registration is closed. Ask an administrator to invite you; the mail they send has a link that
      lets you in.
    </Outcome>
  );
}
