"use client";

import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ChangeEmail } from "#components/account/change-email.tsx";
import { PendingEmailChange } from "#components/account/pending-email-change.tsx";
import { Pill } from "#components/display/pill.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Viewer } from "#server/domains/auth/schema.ts";
import classes from "./account.module.css";

export function EmailState({ viewer }: { viewer: Viewer }) {
  const t = useText();
  const trpc = useTRPC();
  const request = useMutation(
    trpc.account.requestEmailVerification.mutationOptions({
      onSuccess: () => notifyDone(t("A link is on its way to {email}.", { email: viewer.email })),
      onError: notifyProblem,
    }),
  );
  return (
    <div className={classes.email}>
      <div>
        <div className={classes.label}>{t("E-mail")}</div>
        <div className={classes.address}>
          {viewer.email}
          {viewer.emailVerifiedAt ? (
            <Pill tone="green">{t("Confirmed")}</Pill>
          ) : (
            <Pill tone="amber">{t("Not confirmed")}</Pill>
          )}
        </div>
      </div>
      <Group gap="xs">
        {!viewer.emailVerifiedAt && (
          <Button
            variant="default"
            size="xs"
            loading={request.isPending}
            disabled={request.isSuccess}
            onClick={() => request.mutate()}
          >
            {request.isSuccess ? t("Link sent") : t("Send confirmation link")}
          </Button>
        )}
        <ChangeEmail />
      </Group>
      <PendingEmailChange />
    </div>
  );
}
