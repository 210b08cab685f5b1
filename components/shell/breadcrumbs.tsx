"use client";

import { IconChevronRight } from "@tabler/icons-react";
import { useText } from "#components/i18n/text-provider.tsx";
import { CrumbLink } from "#components/shell/crumb-link.tsx";
import classes from "./page.module.css";

export interface Crumb {
  label: string;
  href: string;
}

/** The way to a page, which comes last. */
export function Breadcrumbs({ parents, children }: { parents: Crumb[]; children: string }) {
  const t = useText();
  return (
    <nav aria-label={t("Breadcrumb")} className={classes.breadcrumbs}>
      <ol>
        {parents.map(({ label, href }) => (
          <li key={href}>
            <CrumbLink href={href} label={label} />
            <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
          </li>
        ))}
        <li aria-current="page">{children}</li>
      </ol>
    </nav>
  );
}
