import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "#components/shell/breadcrumbs.tsx";
import classes from "./page.module.css";

interface PageProps {
  title: ReactNode;
  /** The way here, without the page itself. */
  parents?: Crumb[];
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
      <Breadcrumbs parents={parents}>{crumb ?? title}</Breadcrumbs>
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
