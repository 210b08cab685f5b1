import type { ReactNode } from "react";
import { CompassRose } from "#components/auth/compass-rose.tsx";
import { LanguageSelect } from "#components/i18n/language-select.tsx";
import { LogoMark } from "#components/shell/logo.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import classes from "./entrance.module.css";

/** The frame of the pages before the dashboard. */
export function Entrance({ children }: { children: ReactNode }) {
  return (
    <div className={classes.entrance}>
      <main className={classes.door}>
        <div className={classes.brand}>
          <LogoMark sizePx={28} />
          Binnacle
        </div>
        <div className={classes.form}>{children}</div>
        <div className={classes.language}>
          <LanguageSelect isSubtle />
        </div>
      </main>
      <div className={classes.sea} aria-hidden="true">
        <CompassRose />
      </div>
    </div>
  );
}

interface EntranceHeadingProps {
  title: string;
  /** What the browser calls the page, where the heading would not do. */
  documentTitle?: string;
  children?: ReactNode;
}

export function EntranceHeading({ title, documentTitle = title, children }: EntranceHeadingProps) {
  return (
    <div className={classes.heading}>
      <PageTitle>{documentTitle}</PageTitle>
      <h1>{title}</h1>
      {children && <p>{children}</p>}
    </div>
  );
}

/** Another way in, below the form. */
export function EntranceAside({ children }: { children: ReactNode }) {
  return <p className={classes.aside}>{children}</p>;
}
