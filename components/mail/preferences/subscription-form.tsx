"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { MAIL_CATEGORIES } from "#server/domains/mail/catalog.ts";
import type { Subscription } from "#server/domains/mail/preferences/schema.ts";

interface SubscriptionFormProps {
  token: string;
  subscription: Subscription;
}

/** Ends mail of one kind by a press: programs that look into links must not end it. */
export function SubscriptionForm({ token, subscription }: SubscriptionFormProps) {
  const t = useText();
  const trpc = useTRPC();
  const [{ isWanted, category, recipient }, setShown] = useState(subscription);
  const change = useMutation(
    trpc.mail.changeSubscription.mutationOptions({ onSuccess: setShown, onError: notifyProblem }),
  );
  const kind = t(MAIL_CATEGORIES[category].label);
  return (
    <div role="status">
      <EntranceHeading
        title={isWanted ? t("Get no more of this mail?") : t("You get no more of it")}
      >
        {isWanted
          ? t("{kind}, to {recipient}. Mail about your account comes either way.", {
              kind,
              recipient,
            })
          : t("{kind} no longer goes to {recipient}.", { kind, recipient })}
      </EntranceHeading>
      <Button
        size="md"
        variant={isWanted ? "filled" : "default"}
        loading={change.isPending}
        onClick={() => change.mutate({ token, isWanted: !isWanted })}
      >
        {isWanted ? t("Get no more") : t("Get it again")}
      </Button>
    </div>
  );
}
