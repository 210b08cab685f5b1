"use client";

import { Button, Group, Menu } from "@mantine/core";
import { IconChevronDown, IconUserPlus, IconUsersPlus, IconUserUp } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { InviteManyDialog } from "#components/users/invite-many.tsx";
import { CreateUserDialog, InviteUserDialog } from "#components/users/invite-user.tsx";
import classes from "./add-user.module.css";

type Way = "invite" | "create" | "many";

/** The ways in which users come to be: the usual one on the button, the others beside it. */
export function AddUser() {
  const t = useText();
  const [way, setWay] = useState<Way | null>(null);
  if (!useCan("users.create")) return null;
  const close = () => setWay(null);
  return (
    <>
      <Group gap={0} wrap="nowrap">
        <Button
          className={classes.main}
          onClick={() => setWay("invite")}
          leftSection={<IconUserPlus size={16} stroke={1.8} />}
        >
          {t("Invite user")}
        </Button>
        <Menu position="bottom-end" width={290}>
          <Menu.Target>
            <Button className={classes.more} px={8} aria-label={t("More ways to add users")}>
              <IconChevronDown size={16} stroke={1.8} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconUserUp size={16} stroke={1.6} />}
              onClick={() => setWay("create")}
            >
              {t("Add without telling them")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconUsersPlus size={16} stroke={1.6} />}
              onClick={() => setWay("many")}
            >
              {t("Invite many")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <InviteUserDialog isOpen={way === "invite"} onClose={close} />
      <CreateUserDialog isOpen={way === "create"} onClose={close} />
      <InviteManyDialog isOpen={way === "many"} onClose={close} />
    </>
  );
}
