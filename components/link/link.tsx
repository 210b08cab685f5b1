"use client";

import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

interface Target {
  href: string;
  /** `_blank` where the page must stay as it is, with what was typed. */
  target?: "_blank";
  children: ReactNode;
}

/** A link inside text. */
export function TextLink({ href, children, ...props }: Target & AnchorProps) {
  return (
    <Anchor component={Link} href={href} prefetch={false} {...props}>
      {children}
    </Anchor>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ href, children, ...props }: Target & ButtonProps) {
  return (
    <Button component={Link} href={href} prefetch={false} {...props}>
      {children}
    </Button>
  );
}
