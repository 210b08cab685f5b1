"use client";

import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Panel } from "#components/display/panel.tsx";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { SessionList } from "#components/sessions/session-list.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Session } from "#server/domains/sessions/schema.ts";

export function AccountSessions({ isReadOnly = false }: { isReadOnly?: boolean }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.account.sessions.queryOptions());
  const { askRevoke, askRevokeOthers } = useOwnRevocation();
  const hasOthers = !isReadOnly && query.data?.some(({ isCurrent }) => !isCurrent);
  return (
    <Panel
      title={isReadOnly ? "Sessions" : "Your sessions"}
      description={isReadOnly ? "Where they are signed in." : "Where you are signed in."}
      isFlush
      actions={
        hasOthers && (
          <Button variant="default" size="xs" onClick={askRevokeOthers}>
            Revoke others
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
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    onSuccess: () => {
      notifyDone("Signed out there.");
      return queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
    },
    onError: notifyProblem,
  };
  const revoke = useMutation(trpc.account.revokeSession.mutationOptions(options));
  const revokeOthers = useMutation(trpc.account.revokeOtherSessions.mutationOptions(options));
  return {
    askRevoke: (session: Session) =>
      confirm({
        title: `Revoke ${session.device}?`,
        consequence: "You are signed out on that device at once.",
        action: "Revoke session",
        isDangerous: true,
        onConfirm: () => revoke.mutate({ sessionId: session.id }),
      }),
    askRevokeOthers: () =>
      confirm({
        title: "Revoke all other sessions?",
        consequence: "You stay signed in here and are signed out everywhere else.",
        action: "Revoke others",
        isDangerous: true,
        onConfirm: () => revokeOthers.mutate(),
      }),
  };
}
