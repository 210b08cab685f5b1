"use client";

import { Button } from "@mantine/core";
import { IconDevices } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Panel } from "#components/display/panel.tsx";
import { confirm } from "#components/feedback/confirm.tsx";
import { Message } from "#components/feedback/message.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { SessionList } from "#components/sessions/session-list.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { useReaches } from "#components/users/reach.ts";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import type { Session } from "#server/domains/sessions/schema.ts";
import type { User } from "#server/domains/users/schema.ts";

export function UserSessions({ user }: { user: User }) {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.users.sessions.queryOptions({ userId: user.id }));
  const isReached = useReaches(user);
  const canRevoke = useCan("sessions.revoke") && isReached;
  const { askRevoke, askRevokeAll } = useRevocation(user);
  const hasSessions = Boolean(query.data?.length);
  return (
    <Panel
      title={t("Sessions")}
      isFlush
      actions={
        canRevoke &&
        hasSessions && (
          <Button variant="default" size="xs" onClick={askRevokeAll}>
            {t("Revoke all")}
          </Button>
        )
      }
    >
      <QueryView query={query} skeleton={<SkeletonRows count={2} heightPx={64} />}>
        {(sessions) =>
          sessions.length === 0 ? (
            <Message icon={<IconDevices size={20} />} title={t("Not signed in anywhere")} />
          ) : (
            <SessionList
              sessions={sessions}
              onRevoke={canRevoke ? askRevoke : null}
              as="this user"
            />
          )
        }
      </QueryView>
    </Panel>
  );
}

function describeRevocation(t: Text, { impersonator, device }: Session, { name }: User) {
  return impersonator
    ? {
        title: t("End the impersonation?"),
        consequence: t("{impersonator} stops acting as {name} at once.", {
          impersonator: impersonator.name,
          name,
        }),
      }
    : {
        title: t("Revoke {device}?", { device: t.known(device) }),
        consequence: t("{name} is signed out on this device at once.", { name }),
      };
}

function useRevocation(user: User) {
  const t = useText();
  const trpc = useTRPC();
  const refresh = useRefreshUser(user.id);
  const onSuccess = () => {
    notifyDone(t("{name} is signed out there.", { name: user.name }));
    return refresh();
  };
  const options = { onSuccess, onError: notifyProblem };
  const revoke = useMutation(trpc.users.revokeSession.mutationOptions(options));
  const revokeAll = useMutation(trpc.users.revokeAllSessions.mutationOptions(options));
  return {
    askRevoke: (session: Session) =>
      confirm({
        ...describeRevocation(t, session, user),
        action: t("Revoke session"),
        isDangerous: true,
        onConfirm: () => revoke.mutate({ userId: user.id, sessionId: session.id }),
      }),
    askRevokeAll: () =>
      confirm({
        title: t("Revoke all sessions?"),
        consequence: t("{name} is signed out on every device at once.", { name: user.name }),
        action: t("Revoke all"),
        isDangerous: true,
        onConfirm: () => revokeAll.mutate({ userId: user.id }),
      }),
  };
}
