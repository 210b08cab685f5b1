"use client";

import Link from "next/link";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { Overview } from "#server/domains/overview/schema.ts";
import { usersWithStatus } from "#server/domains/users/schema.ts";
import classes from "./figures.module.css";

/** As many as the viewer may see. */
export function Figures({ overview }: { overview: Overview }) {
  const t = useText();
  const format = useFormat();
  const { users, liveSessions } = overview;
  if (!users && liveSessions === null) {
    return null;
  }
  return (
    <dl className={classes.figures}>
      {users && (
        <>
          <Figure
            label={t("Users")}
            value={format.number(users.total)}
            link={t("{count}: show users", { count: format.number(users.total) })}
            href={"/users"}
          />
          <Figure
            label={t("figure|Active")}
            value={format.number(users.active)}
            link={t("{count}: show active", { count: format.number(users.active) })}
            href={usersWithStatus("active")}
          />
          <Figure
            label={t("figure|Invited")}
            value={format.number(users.invited)}
            link={t("{count}: show invited", { count: format.number(users.invited) })}
            href={usersWithStatus("invited")}
          />
          <Figure
            label={t("figure|Suspended")}
            value={format.number(users.suspended)}
            link={t("{count}: show suspended", { count: format.number(users.suspended) })}
            href={usersWithStatus("suspended")}
          />
        </>
      )}
      {liveSessions !== null && (
        <Figure label={t("Sessions now")} value={format.number(liveSessions)} />
      )}
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: string;
  /** Where the value leads, for people who do not see the label beside it. */
  link?: string;
  href?: string;
}

function Figure({ label, value, link, href }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        {href ? (
          <Link href={href} prefetch={false} aria-label={link}>
            {value}
          </Link>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}
