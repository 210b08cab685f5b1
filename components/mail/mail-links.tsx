"use client";

import { Button } from "@mantine/core";
import { IconMailOff, IconTemplate, IconWorldCheck } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "#components/i18n/text-provider.tsx";

const LINKS = [
  { href: "/mail/templates", icon: IconTemplate, label: "Templates" },
  { href: "/mail/domain", icon: IconWorldCheck, label: "Sending domain" },
  { href: "/mail/suppressions", icon: IconMailOff, label: "Held back addresses" },
] as const;

/** What else there is about mail. */
export function MailLinks() {
  const t = useText();
  return LINKS.map(({ href, icon: Icon, label }) => (
    <Button
      key={href}
      component={Link}
      href={href}
      variant="default"
      leftSection={<Icon size={16} stroke={1.6} />}
    >
      {t(label)}
    </Button>
  ));
}
