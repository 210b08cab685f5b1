import {
  IconBell,
  IconCalendarTime,
  IconDeviceDesktop,
  IconDevices,
  IconKey,
  IconListDetails,
  IconLogout,
  IconMailOff,
  IconMoon,
  IconSettings,
  IconShieldPlus,
  IconSun,
  IconTemplate,
  IconTrash,
  IconUserCircle,
  IconUserPlus,
  IconUsersPlus,
  IconUserUp,
  IconWorldCheck,
  type TablerIcon,
} from "@tabler/icons-react";
import type { QueryClient } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import type { ComponentType } from "react";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import type { PlainMessage, Text } from "#components/i18n/text.ts";
import { leaveFor } from "#components/trpc/leave-for.ts";
import { InviteManyDialog } from "#components/users/invite-many.tsx";
import { CreateUserDialog, InviteUserDialog } from "#components/users/invite-user.tsx";
import type { Permission } from "#server/platform/access/catalog.ts";
import type { AppRouter } from "#server/registry/router.ts";

export interface CommandTools {
  client: TRPCClient<AppRouter>;
  queryClient: QueryClient;
  setColorScheme: (scheme: string) => void;
  t: Text;
}

export interface CommandDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/** What a command does: leads to a page, opens a dialog or runs. What `run` rejects with is shown. */
export type Act =
  | { href: string }
  | { dialog: ComponentType<CommandDialogProps> }
  | { run: (tools: CommandTools) => Promise<void> | void };

export interface Command {
  /** Stays the same for good: it is what "recently used" remembers. */
  id: string;
  label: PlainMessage;
  /** Other words that people may look for. */
  keywords: string;
  icon: TablerIcon;
  permission: Permission;
  /** Uses the permission to change something, as people may do only as themselves. */
  isChange?: boolean;
  act: Act;
}

/** Every action that the palette offers, in this order. A domain adds its own here. */
export const COMMANDS: readonly Command[] = [
  {
    id: "users.invite",
    label: "Invite a user",
    keywords: "add create new person account mail",
    icon: IconUserPlus,
    permission: "users.create",
    act: { dialog: InviteUserDialog },
  },
  {
    id: "users.create",
    label: "Add a user without telling them",
    keywords: "create new person account silent",
    icon: IconUserUp,
    permission: "users.create",
    act: { dialog: CreateUserDialog },
  },
  {
    id: "users.invite-many",
    label: "Invite many users",
    keywords: "add create new people accounts bulk import csv paste",
    icon: IconUsersPlus,
    permission: "users.create",
    act: { dialog: InviteManyDialog },
  },
  {
    id: "users.trash",
    label: "Trash",
    keywords: "deleted users bin restore purge empty",
    icon: IconTrash,
    permission: "users.delete",
    act: { href: "/users/trash" },
  },
  {
    id: "jobs.list",
    label: "All jobs",
    keywords: "queue failed running waiting retry payload worker",
    icon: IconListDetails,
    permission: "jobs.read",
    act: { href: "/jobs/list" },
  },
  {
    id: "jobs.schedules",
    label: "Schedules",
    keywords: "cron interval recurring timer run now pause",
    icon: IconCalendarTime,
    permission: "jobs.read",
    act: { href: "/jobs/schedules" },
  },
  {
    id: "jobs.alerts",
    label: "Alerts",
    keywords: "threshold depth age failure mail queue",
    icon: IconBell,
    permission: "jobs.read",
    act: { href: "/jobs/alerts" },
  },
  {
    id: "mail.templates",
    label: "Mail templates",
    keywords: "preview language test welcome invitation dark",
    icon: IconTemplate,
    permission: "mail.read",
    act: { href: "/mail/templates" },
  },
  {
    id: "mail.domain",
    label: "Sending domain",
    keywords: "dns spf dkim dmarc deliverability check",
    icon: IconWorldCheck,
    permission: "mail.read",
    act: { href: "/mail/domain" },
  },
  {
    id: "mail.suppressions",
    label: "Held back addresses",
    keywords: "suppression bounce complaint spam mail block",
    icon: IconMailOff,
    permission: "mail.read",
    act: { href: "/mail/suppressions" },
  },
  {
    id: "roles.new",
    label: "New role",
    keywords: "create add custom permissions grants",
    icon: IconShieldPlus,
    permission: "roles.update",
    isChange: true,
    act: { href: "/roles/new" },
  },
  {
    id: "account.open",
    label: "Your account",
    keywords: "profile name address me",
    icon: IconUserCircle,
    permission: "account.manage",
    act: { href: "/account" },
  },
  {
    id: "account.password",
    label: "Change your password",
    keywords: "security credentials passphrase",
    icon: IconKey,
    permission: "account.manage",
    isChange: true,
    act: { href: "/account#password" },
  },
  {
    id: "account.sign-out-others",
    label: "Sign out other sessions",
    keywords: "revoke devices log out everywhere",
    icon: IconDevices,
    permission: "account.manage",
    isChange: true,
    act: { run: askSignOutOthers },
  },
  {
    id: "scheme.light",
    label: "Use light colours",
    keywords: "theme colour scheme color appearance bright",
    icon: IconSun,
    permission: "account.manage",
    act: { run: ({ setColorScheme }) => setColorScheme("light") },
  },
  {
    id: "scheme.dark",
    label: "Use dark colours",
    keywords: "theme colour scheme color appearance night",
    icon: IconMoon,
    permission: "account.manage",
    act: { run: ({ setColorScheme }) => setColorScheme("dark") },
  },
  {
    id: "scheme.auto",
    label: "Use the system's colours",
    keywords: "theme colour scheme color appearance automatic",
    icon: IconDeviceDesktop,
    permission: "account.manage",
    act: { run: ({ setColorScheme }) => setColorScheme("auto") },
  },
  settingsPanel("registration", "Registration settings", "open closed sign up domains"),
  settingsPanel("sessions", "Session settings", "idle lifetime remember timeout"),
  settingsPanel("rate-limits", "Rate limit settings", "requests throttle minute"),
  settingsPanel("logging", "Logging settings", "log level debug"),
  settingsPanel("trash", "Trash settings", "deleted users retention purge days"),
  {
    id: "account.sign-out",
    label: "Sign out",
    keywords: "log out leave exit",
    icon: IconLogout,
    permission: "account.manage",
    act: { run: signOut },
  },
];

function settingsPanel(id: string, label: PlainMessage, keywords: string): Command {
  return {
    id: `settings.${id}`,
    label,
    keywords: `configuration ${keywords}`,
    icon: IconSettings,
    permission: "settings.read",
    act: { href: `/settings#${id}` },
  };
}

/** As a mutation that ends with the page: meanwhile nothing is read anew in a session that is over. */
function signOut({ client, queryClient }: CommandTools): Promise<void> {
  const mutationFn = async () => {
    await client.auth.signOut.mutate();
    return leaveFor("/sign-in");
  };
  return queryClient.getMutationCache().build(queryClient, { mutationFn }).execute(undefined);
}

function askSignOutOthers(tools: CommandTools): void {
  const { t } = tools;
  confirm({
    title: t("Revoke all other sessions?"),
    consequence: t("You stay signed in here and are signed out everywhere else."),
    action: t("Revoke others"),
    isDangerous: true,
    onConfirm: () => void signOutOthers(tools).catch(notifyProblem),
  });
}

async function signOutOthers({ client, queryClient, t }: CommandTools): Promise<void> {
  const { revoked } = await client.account.revokeOtherSessions.mutate();
  notifyDone(
    t("{count, plural, one {# other session} other {# other sessions}} ended.", { count: revoked }),
  );
  await queryClient.invalidateQueries();
}
