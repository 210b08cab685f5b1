"use client";

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Panel } from "#components/display/panel.tsx";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { SessionList } from "#components/sessions/session-list.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Session } from "#server/domains/sessions/schema.ts";

export function AccountSessions({ isReadOnly = false }: { isReadOnly?: boolean }) {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.account.sessions.queryOptions());
  const { askRevoke, askRevokeOthers } = useOwnRevocation();
  const hasOthers = !isReadOnly && query.data?.some(({ isCurrent }) => !isCurrent);
  return (
    <Panel
      title={isReadOnly ? t("Sessions") : t("Your sessions")}
      description={isReadOnly ? t("Where they are signed in.") : t("Where you are signed in.")}
      isFlush
      actions={
        hasOthers && (
          <Button variant="default" size="xs" onClick={askRevokeOthers}>
            {t("Revoke others")}
          </Button>
        )
      }
    >
      <QueryView query={query} skeleton={<SkeletonRows count={2} heightPx={64} />}>
        {(sessions) => (
          <SessionList
            sessions={sessions}
            onRevoke={isReadOnly ? null : askRevoke}
            as={isReadOnly ? "this user" : "you"}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function useOwnRevocation() {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    onSuccess: () => {
      notifyDone(t("Signed out there."));
      return queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
    },
    onError: notifyProblem,
  };
  const revoke = useMutation(trpc.account.revokeSession.mutationOptions(options));
  const revokeOthers = useMutation(trpc.account.revokeOtherSessions.mutationOptions(options));
  return {
    askRevoke: (session: Session) =>
      confirm({
        title: t("Revoke {device}?", { device: t.known(session.device) }),
        consequence: t("You are signed out on that device at once."),
        action: t("Revoke session"),
        isDangerous: true,
        onConfirm: () => revoke.mutate({ sessionId: session.id }),
      }),
    askRevokeOthers: () =>
      confirm({
        title: t("Revoke all other sessions?"),
        consequence: t("You stay signed in here and are signed out everywhere else."),
        action: t("Revoke others"),
        isDangerous: true,
        onConfirm: () => revokeOthers.mutate(),
      }),
  };
}
