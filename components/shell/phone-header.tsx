"use client";

import { ActionIcon, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import Link from "next/link";
import { LogoMark } from "#components/shell/logo.tsx";
import { Sidebar } from "#components/shell/sidebar.tsx";
import classes from "./phone-header.module.css";

export function PhoneHeader() {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <section className={classes.header} aria-label="Top bar">
      <Link href="/" prefetch={false} className={classes.brand}>
        <LogoMark />
        Binnacle
      </Link>
      <ActionIcon size={44} aria-label="Open navigation" aria-expanded={isOpen} onClick={open}>
        <IconMenu2 size={22} stroke={1.6} />
      </ActionIcon>
      <Drawer
        opened={isOpen}
        onClose={close}
        size={288}
        withCloseButton={false}
        title="Navigation"
        classNames={{ header: classes.hidden, body: classes.drawer, content: classes.content }}
      >
        <Sidebar onNavigate={close} />
      </Drawer>
    </section>
  );
}
