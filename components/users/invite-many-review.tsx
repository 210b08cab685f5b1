"use client";

import { Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import {
  type Invitations,
  type Refusals,
  readRefusals,
  refusalOf,
  sendable,
  toInput,
} from "#components/users/invitations.ts";
import { InviteeTable } from "#components/users/invitee-table.tsx";
import { useRefreshUsers } from "#components/users/use-refresh-users.ts";

interface InviteManyReviewProps {
  invitations: Invitations;
  refusals: Refusals;
  onBack: () => void;
  onSent: (refusals: Refusals) => void;
}

/** Every line with what would become of it; the good ones can be sent. */
export function InviteManyReview(props: InviteManyReviewProps) {
  const t = useText();
  const { invitations, refusals, onBack, onSent } = props;
  const trpc = useTRPC();
  const refresh = useRefreshUsers();
  const invite = useMutation(trpc.users.inviteMany.mutationOptions());
  const lines = invitations.lines.filter((line) => refusalOf(line, refusals) === null);
  const left = invitations.lines.length - lines.length;

  async function send() {
    const chosen = { ...invitations, lines };
    try {
      const outcome = await invite.mutateAsync(toInput(chosen));
      await refresh();
      onSent(new Map([...refusals, ...readRefusals(sendable(chosen), outcome)]));
    } catch (error) {
      notifyProblem(error);
    }
  }

  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {left === 0
          ? t("Every line can be invited.")
          : t(
              "{count, plural, one {# line} other {# lines}} will be left out. Go back to change them.",
              { count: left },
            )}
      </Text>
      <InviteeTable
        label={t("What would become of each line")}
        lines={invitations.lines}
        refusals={refusals}
        good={t("Will be invited")}
      />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onBack}>
          {t("Back")}
        </Button>
        <Button
          onClick={() => void send()}
          loading={invite.isPending}
          disabled={lines.length === 0}
          data-autofocus
        >
          {t("Send {count, plural, one {# invitation} other {# invitations}}", {
            count: lines.length,
          })}
        </Button>
      </Group>
    </>
  );
}
