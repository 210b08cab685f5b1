"use client";

import { Alert } from "@mantine/core";
import { IconBan, IconTrash } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { UserActivity } from "#components/audit/user-activity.tsx";
import { UserHistory } from "#components/audit/user-history.tsx";
import { Avatar } from "#components/display/avatar.tsx";
import { CopyableId } from "#components/display/copyable-id.tsx";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { EffectivePermissions } from "#components/roles/effective-permissions.tsx";
import { UserSessions } from "#components/sessions/user-sessions.tsx";
import { Page } from "#components/shell/page.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { AvatarEditor } from "#components/users/avatar-editor.tsx";
import { useReaches } from "#components/users/reach.ts";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import { UserActions } from "#components/users/user-actions.tsx";
import { RoleBadges, StatusBadge } from "#components/users/user-badges.tsx";
import type { User } from "#server/domains/users/schema.ts";
import classes from "./user-detail.module.css";

export function UserDetail({ userId }: { userId: string }) {
  const t = useText();
  const trpc = useTRPC();
  const { data: user } = useSuspenseQuery(trpc.users.get.queryOptions({ userId }));
  const canSeeSessions = useCan("sessions.read");
  const canSeeHistory = useCan("audit.read");
  const canSeeRoles = useCan("roles.read");
  const isReached = useReaches(user);
  return (
    <Page
      parents={[{ label: t("Users"), href: "/users" }]}
      title={user.name}
      heading={<UserTitle user={user} />}
      actions={<UserActions user={user} />}
    >
      {user.status === "suspended" && <Suspension user={user} />}
      {user.deletedAt && <InTrash since={user.deletedAt} />}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {canSeeRoles && <EffectivePermissions userId={userId} />}
          {canSeeHistory && (
            <UserHistory userId={userId} withRevert={isReached && user.status !== "deleted"} />
          )}
          {canSeeHistory && <UserActivity userId={userId} />}
        </div>
        <div className={classes.stack}>
          <Profile user={user} />
          {canSeeSessions && <UserSessions user={user} />}
        </div>
      </div>
    </Page>
  );
}

function UserTitle({ user }: { user: User }) {
  return (
    <span className={classes.title}>
      <Avatar user={user} size="lg" />
      <span>
        <span className={classes.name}>{user.name}</span>
        <span className={classes.badges}>
          <StatusBadge status={user.status} until={user.suspendedUntil} />
          <RoleBadges roles={user.roles} />
        </span>
      </span>
    </span>
  );
}

function Suspension({ user: { suspendedReason, suspendedUntil } }: { user: User }) {
  const t = useText();
  const format = useFormat();
  return (
    <Alert
      color="red"
      mb="md"
      icon={<IconBan size={18} />}
      title={
        suspendedUntil
          ? t("Suspended until {instant}", { instant: format.instant(suspendedUntil) })
          : t("Suspended")
      }
      classNames={{ title: classes.suspended, message: classes.suspended }}
    >
      {suspendedReason ?? t("No reason was given.")}
    </Alert>
  );
}

function InTrash({ since }: { since: Date }) {
  const t = useText();
  return (
    <Alert color="gray" mb="md" icon={<IconTrash size={18} />} title={t("In the trash")}>
      {t.rich(
        "Deleted {time}. They cannot sign in and appear in no list until they are restored.",
        { time: <RelativeTime key="time" date={since} /> },
      )}
    </Alert>
  );
}

function Profile({ user }: { user: User }) {
  const t = useText();
  const refresh = useRefreshUser(user.id);
  const isReached = useReaches(user);
  const mayEdit = useCan("users.update") && isReached && user.status !== "deleted";
  return (
    <Panel title={t("Profile")}>
      {mayEdit && (
        <AvatarEditor user={user} address={`/api/v1/users/${user.id}/avatar`} onChanged={refresh} />
      )}
      <Facts
        facts={[
          { label: t("E-mail"), value: user.email },
          { label: t("Department"), value: user.department ?? t("None") },
          {
            label: t("Confirmed"),
            value: <RelativeTime date={user.emailVerifiedAt} never={t("Not yet")} />,
          },
          { label: t("Last sign-in"), value: <RelativeTime date={user.lastSignInAt} /> },
          { label: t("Created"), value: <RelativeTime date={user.createdAt} /> },
          { label: t("Changed"), value: <RelativeTime date={user.updatedAt} /> },
          { label: t("User id"), value: <CopyableId value={user.id} label={t("Copy user id")} /> },
        ]}
      />
    </Panel>
  );
}
