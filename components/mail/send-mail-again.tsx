"use client";

import { IconSend } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ActionButton } from "#components/feedback/action-button.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { MailWithBody } from "#server/domains/mail/schema.ts";

/** Sends it once more, as a new mail; nothing where none is sent. */
export function SendMailAgain({ mail: { id: mailId, status, canBeSent } }: { mail: MailWithBody }) {
  const t = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const again = useMutation(
    trpc.mail.sendAgain.mutationOptions({
      onSuccess: (made) => router.push(`/mail/${made.mailId}`),
    }),
  );
  const mayManage = useMayChange("mail.manage");
  if (!mayManage || !canBeSent || status === "queued") return null;
  return (
    <ActionButton
      variant="default"
      leftSection={<IconSend size={16} stroke={1.7} />}
      run={() => again.mutateAsync({ mailId })}
      done={t("The mail is sent again.")}
    >
      {t("Send again")}
    </ActionButton>
  );
}
