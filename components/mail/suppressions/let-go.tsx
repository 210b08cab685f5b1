"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ActionButton } from "#components/feedback/action-button.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { SuppressInput } from "#server/domains/mail/suppressions/schema.ts";

export function LetGo({ recipient }: SuppressInput) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const unsuppress = useMutation(
    trpc.mail.unsuppress.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.mail.suppressions.pathFilter()),
    }),
  );
  if (!useMayChange("mail.manage")) return null;
  return (
    <ActionButton
      size="compact-sm"
      variant="default"
      aria-label={t("Let {recipient} get mail again", { recipient })}
      run={() => unsuppress.mutateAsync({ recipient })}
      done={t("{recipient} gets mail again.", { recipient })}
    >
      {t("Let go")}
    </ActionButton>
  );
}
