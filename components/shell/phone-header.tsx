"use client";

import { ActionIcon, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2, IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "#components/i18n/text-provider.tsx";
import { palette } from "#components/palette/store.ts";
import { LogoMark } from "#components/shell/logo.tsx";
import { Sidebar } from "#components/shell/sidebar.tsx";
import classes from "./phone-header.module.css";

export function PhoneHeader() {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <section className={classes.header} aria-label={t("Top bar")}>
      <Link href="/" prefetch={false} className={classes.brand}>
        <LogoMark />
        Binnacle
      </Link>
      <div className={classes.actions}>
        <ActionIcon
          size={44}
          aria-label={t("Search")}
          aria-haspopup="dialog"
          onClick={palette.open}
        >
          <IconSearch size={21} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          size={44}
          aria-label={t("Open navigation")}
          aria-expanded={isOpen}
          onClick={open}
        >
          <IconMenu2 size={22} stroke={1.6} />
        </ActionIcon>
      </div>
      <Drawer
        opened={isOpen}
        onClose={close}
        size={288}
        withCloseButton={false}
        title={t("Navigation")}
        classNames={{ header: classes.hidden, body: classes.drawer, content: classes.content }}
      >
        <Sidebar onNavigate={close} />
      </Drawer>
    </section>
  );
}
