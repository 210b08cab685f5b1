import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./row-link.module.css";

/** A link in one cell that the whole row follows. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={classes.link} prefetch={false}>
      {children}
    </Link>
  );
}
