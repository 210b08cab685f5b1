"use client";

import { Button } from "@mantine/core";
import { IconCircleCheck, IconSend } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { ImpersonateUser } from "#components/impersonation/impersonate-user.tsx";
import { useCan, useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ChangeSuspensionEnd } from "#components/users/change-suspension-end.tsx";
import { EditUser } from "#components/users/edit-user.tsx";
import { useReaches } from "#components/users/reach.ts";
import { SuspendUser } from "#components/users/suspend-user.tsx";
import { TrashActions } from "#components/users/trash-actions.tsx";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import type { User } from "#server/domains/users/schema.ts";

/** What the viewer may do to this user. */
export function UserActions({ user }: { user: User }) {
  const { id, status, roles } = user;
  const viewer = useViewer();
  const isReached = useReaches(user);
  const isOther = isReached && viewer.userId !== id;
  const canDelete = useCan("users.delete") && isOther;
  const canUpdate = useCan("users.update") && isReached && status !== "deleted";
  const canSuspend = useCan("users.suspend") && isOther && status !== "deleted";
  const canInvite = useCan("users.create") && isReached && status === "invited";
  const canImpersonate =
    useCan("users.impersonate") && isOther && !roles.includes("owner") && status === "active";
  const isSuspended = status === "suspended";
  return (
    <>
      {canInvite && <ResendInvitation user={user} />}
      <EditUser user={user} isOffered={canUpdate} />
      <ImpersonateUser user={user} isOffered={canImpersonate} />
      <ChangeSuspensionEnd user={user} isOffered={canSuspend && isSuspended} />
      {canSuspend && isSuspended && <ReinstateUser user={user} />}
      <SuspendUser user={user} isOffered={canSuspend && !isSuspended} />
      {canDelete && <TrashActions user={user} />}
    </>
  );
}

function ReinstateUser({ user }: { user: User }) {
  const t = useText();
  const trpc = useTRPC();
  const refresh = useRefreshUser(user.id);
  const reinstate = useMutation(
    trpc.users.reinstate.mutationOptions({
      onSuccess: () => {
        notifyDone(t("{name} can sign in again.", { name: user.name }));
        return refresh();
      },
      onError: notifyProblem,
    }),
  );
  return (
    <Button
      loading={reinstate.isPending}
      leftSection={<IconCircleCheck size={16} stroke={1.8} />}
      onClick={() =>
        confirm({
          title: t("Reinstate {name}?", { name: user.name }),
          consequence: t("They can sign in again with their old password and roles."),
          action: t("Reinstate"),
          onConfirm: () => reinstate.mutate({ userId: user.id }),
        })
      }
    >
      {t("Reinstate")}
    </Button>
  );
}

function ResendInvitation({ user }: { user: User }) {
  const t = useText();
  const trpc = useTRPC();
  const refresh = useRefreshUser(user.id);
  const resend = useMutation(
    trpc.users.resendInvitation.mutationOptions({
      onSuccess: () => {
        notifyDone(t("A new invitation is on its way to {email}.", { email: user.email }));
        return refresh();
      },
      onError: notifyProblem,
    }),
  );
  return (
    <Button
      variant="default"
      loading={resend.isPending}
      leftSection={<IconSend size={16} stroke={1.6} />}
      onClick={() =>
        confirm({
          title: t("Send the invitation again?"),
          consequence: t("{email} gets a new link, and the earlier one stops working.", {
            email: user.email,
          }),
          action: t("Send again"),
          onConfirm: () => resend.mutate({ userId: user.id }),
        })
      }
    >
      {t("Resend invitation")}
    </Button>
  );
}
