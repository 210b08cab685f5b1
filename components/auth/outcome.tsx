"use client";

import { IconCircleCheck, IconLinkOff, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { ButtonLink } from "#components/link/link.tsx";
import classes from "./outcome.module.css";

interface OutcomeProps {
  title: string;
  isGood: boolean;
  /** Instead of the check mark or the broken link. */
  icon?: TablerIcon;
  href: string;
  action: string;
  children: ReactNode;
}

/** The end of a way through the entrance, good or bad, and the next step. */
export function Outcome({ title, isGood, icon, href, action, children }: OutcomeProps) {
  const Sign = icon ?? (isGood ? IconCircleCheck : IconLinkOff);
  return (
    <div role="status">
      <div className={classes.icon} data-good={isGood || undefined} aria-hidden="true">
        <Sign size={24} stroke={1.7} />
      </div>
      <EntranceHeading title={title}>{children}</EntranceHeading>
      <ButtonLink href={href} variant="default" size="md">
        {action}
      </ButtonLink>
    </div>
  );
}

/** A link that is too short, used up or too old. */
export function DeadLink({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <Outcome
      title={t("This link does not work")}
      isGood={false}
      href="/sign-in"
      action={t("Go to sign-in")}
    >
      {children}
    </Outcome>
  );
}
