import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { CrumbLink } from "#components/shell/crumb-link.tsx";
import classes from "./page.module.css";

interface PageProps {
  title: ReactNode;
  /** The way here, without the page itself. */
  parents?: { label: string; href: string }[];
  /** What the breadcrumbs call the page when the title is more than text. */
  crumb?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Breadcrumbs, heading and content of a dashboard page. */
export function Page({ title, parents = [], crumb, description, actions, children }: PageProps) {
  return (
    <div className={classes.page}>
      <nav aria-label="Breadcrumb" className={classes.breadcrumbs}>
        <ol>
          {parents.map(({ label, href }) => (
            <li key={href}>
              <CrumbLink href={href} label={label} />
              <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
            </li>
          ))}
          <li aria-current="page">{crumb ?? title}</li>
        </ol>
      </nav>
      <div className={classes.content}>
        <div className={classes.header}>
          <div className={classes.heading}>
            <h1>{title}</h1>
            {description && <p>{description}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
        {children}
      </div>
    </div>
  );
}
