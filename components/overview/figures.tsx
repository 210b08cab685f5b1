import Link from "next/link";
import type { Overview } from "#server/domains/overview/schema.ts";
import { usersWithStatus } from "#server/domains/users/schema.ts";
import classes from "./figures.module.css";

/** As many as the viewer may see. */
export function Figures({ overview }: { overview: Overview }) {
  const { users, liveSessions } = overview;
  if (!users && liveSessions === null) {
    return null;
  }
  return (
    <dl className={classes.figures}>
      {users && (
        <>
          <Figure label="Users" value={users.total} href="/users" />
          <Figure label="Active" value={users.active} href={usersWithStatus("active")} />
          <Figure label="Invited" value={users.invited} href={usersWithStatus("invited")} />
          <Figure label="Suspended" value={users.suspended} href={usersWithStatus("suspended")} />
        </>
      )}
      {liveSessions !== null && <Figure label="Sessions now" value={liveSessions} />}
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
