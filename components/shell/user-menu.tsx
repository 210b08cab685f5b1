"use client";

import { Menu } from "@mantine/core";
import { IconLogout, IconSelector, IconUserCircle } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useOwnAvatar } from "#components/account/use-own-avatar.ts";
import { Avatar } from "#components/display/avatar.tsx";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { COLOR_SCHEMES, useColorScheme } from "#components/shell/color-scheme.ts";
import { useViewer } from "#components/shell/viewer.tsx";
import { leaveFor } from "#components/trpc/leave-for.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import classes from "./user-menu.module.css";

export function UserMenu({ onNavigate }: { onNavigate?: () => void }) {
  const t = useText();
  const viewer = useViewer();
  return (
    <Menu position="top-start" width={236} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes.trigger}
          aria-label={t("Account of {name}", { name: viewer.name })}
        >
          <Avatar user={useOwnAvatar()} />
          <span className={classes.identity}>
            <span className={classes.name}>{viewer.name}</span>
            <span className={classes.email}>{viewer.email}</span>
          </span>
          <IconSelector size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item
          component={Link}
          href="/account"
          prefetch={false}
          onClick={onNavigate}
          leftSection={<IconUserCircle size={16} stroke={1.6} />}
        >
          {t("Your account")}
        </Menu.Item>
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeItems() {
  const t = useText();
  const { colorScheme, setColorScheme } = useColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme} onChange={setColorScheme}>
      {COLOR_SCHEMES.map(({ value, label, icon: Icon }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          closeMenuOnClick={false}
          rightSection={<Icon size={16} stroke={1.6} />}
        >
          {t(label)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function SignOutItem() {
  const t = useText();
  const trpc = useTRPC();
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: () => leaveFor("/sign-in"),
      onError: notifyProblem,
    }),
  );
  return (
    <Menu.Item
      closeMenuOnClick={false}
      disabled={signOut.isPending}
      onClick={() => signOut.mutate()}
      leftSection={<IconLogout size={16} stroke={1.6} />}
    >
      {t("Sign out")}
    </Menu.Item>
  );
}
