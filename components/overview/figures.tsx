import Link from "next/link";
import type { Overview } from "#server/domains/overview/schema.ts";
import classes from "./figures.module.css";

export function Figures({ overview }: { overview: Overview }) {
  const { users, activeSessions } = overview;
  return (
    <dl className={classes.figures}>
      <Figure label="Users" value={users.total} href="/users" />
      <Figure label="Active" value={users.active} href="/users?status=active" />
      <Figure label="Invited" value={users.invited} href="/users?status=invited" />
      <Figure label="Suspended" value={users.suspended} href="/users?status=suspended" />
      <Figure label="Sessions now" value={activeSessions} />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: number;
  href?: string;
}

function Figure({ label, value, href }: FigureProps) {
  const text = value.toLocaleString("en-US");
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        {href ? (
          <Link href={href} prefetch={false} aria-label={`${text}: show ${label.toLowerCase()}`}>
            {text}
          </Link>
        ) : (
          text
        )}
      </dd>
    </div>
  );
}
