import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "#components/shell/breadcrumbs.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import classes from "./page.module.css";

interface PageProps {
  title: string;
  /** Instead of the title alone. */
  heading?: ReactNode;
  /** The way here, without the page itself. */
  parents?: Crumb[];
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Title, breadcrumbs, heading and content of a dashboard page. */
export function Page(props: PageProps) {
  const { title, heading = title, parents = [], description, actions, children } = props;
  return (
    <div className={classes.page}>
      <PageTitle>{title}</PageTitle>
      <Breadcrumbs parents={parents}>{title}</Breadcrumbs>
      <div className={classes.content}>
        <div className={classes.header}>
          <div className={classes.heading}>
            <h1>{heading}</h1>
            {description && <p>{description}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
        {children}
      </div>
    </div>
  );
}
