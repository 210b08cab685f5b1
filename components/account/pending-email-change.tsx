"use client";

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { PendingEmailChange as Pending } from "#server/domains/auth/schema.ts";
import classes from "./account.module.css";

/** The change of address that waits, with whose confirmation is missing. */
export function PendingEmailChange() {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: pending } = useQuery(trpc.account.emailChange.queryOptions());
  const cancel = useMutation(
    trpc.account.cancelEmailChange.mutationOptions({
      onSuccess: () => {
        notifyDone(t("Your address stays as it is."));
        return queryClient.invalidateQueries(trpc.account.emailChange.queryFilter());
      },
      onError: notifyProblem,
    }),
  );
  if (!pending) return null;
  return (
    <div className={classes.pending} role="status">
      <div>
        {t.rich(missing(pending), {
          email: pending.email,
          strong: (words) => <strong>{words}</strong>,
        })}
      </div>
      <Button
        variant="default"
        size="xs"
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {t("Cancel change")}
      </Button>
    </div>
  );
}

function missing({ currentConfirmedAt, newConfirmedAt }: Pending) {
  if (currentConfirmedAt)
    return "Changes to <strong>{email}</strong> once the new address has confirmed it.";
  if (newConfirmedAt)
    return "Changes to <strong>{email}</strong> once your present address has confirmed it.";
  return "Changes to <strong>{email}</strong> once both addresses have confirmed it.";
}
