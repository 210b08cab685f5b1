"use client";

import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange, useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { SendTestInput, SentTest } from "#server/domains/mail/preview/schema.ts";

/** Sends what is shown to the address of whoever looks at it, and says what becomes of it. */
export function SendTest(input: SendTestInput) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { email } = useViewer();
  const send = useMutation(
    trpc.mail.sendTest.mutationOptions({
      onSuccess({ outcome }) {
        notifyDone(OUTCOMES[outcome](t, email));
        return queryClient.invalidateQueries(trpc.mail.list.pathFilter());
      },
      onError: notifyProblem,
    }),
  );
  if (!useMayChange("mail.manage")) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconSend size={16} stroke={1.7} />}
      loading={send.isPending}
      onClick={() => send.mutate(input)}
    >
      {t("Send me a test")}
    </Button>
  );
}

const OUTCOMES: Record<SentTest["outcome"], (t: Text, email: string) => string> = {
  queued: (t, email) => t("The mail is on its way to {email}.", { email }),
  kept: (t) => t("The mail is in the list. No provider is set up, so it goes no further."),
  suppressed: (t, email) => t("The mail is held back: {email} gets no mail.", { email }),
  unwanted: (t) => t("The mail is held back: you do not want mail of this kind."),
};
