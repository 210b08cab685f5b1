import type { ReactNode } from "react";
import { Palette } from "#components/palette/palette.tsx";
import { PhoneHeader } from "#components/shell/phone-header.tsx";
import { Sidebar } from "#components/shell/sidebar.tsx";
import classes from "./shell.module.css";

/** The frame around every page of the dashboard. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <aside className={classes.side} aria-label="Sidebar">
        <div className={classes.sidebar}>
          <Sidebar />
        </div>
      </aside>
      <PhoneHeader />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <Palette />
    </div>
  );
}
