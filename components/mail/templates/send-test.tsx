"use client";

import { IconSend } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ActionButton } from "#components/feedback/action-button.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange, useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { SendTestInput } from "#server/domains/mail/preview/schema.ts";

/** Sends what is shown to the address of whoever looks at it. */
export function SendTest(input: SendTestInput) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { email } = useViewer();
  const send = useMutation(
    trpc.mail.sendTest.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.mail.list.pathFilter()),
    }),
  );
  if (!useMayChange("mail.manage")) return null;
  return (
    <ActionButton
      variant="default"
      leftSection={<IconSend size={16} stroke={1.7} />}
      run={() => send.mutateAsync(input)}
      done={t("The mail is on its way to {email}.", { email })}
    >
      {t("Send me a test")}
    </ActionButton>
  );
}
