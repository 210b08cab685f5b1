import type { ReactNode } from "react";
import { getText } from "#components/i18n/page-text.ts";
import { ImpersonationBanner } from "#components/impersonation/impersonation-banner.tsx";
import { markIdentity } from "#components/impersonation/shown-identity.ts";
import { LiveUpdates } from "#components/live/live-updates.tsx";
import { Palette } from "#components/palette/palette.tsx";
import { PhoneHeader } from "#components/shell/phone-header.tsx";
import { Sidebar } from "#components/shell/sidebar.tsx";
import type { Viewer } from "#server/domains/auth/schema.ts";
import classes from "./shell.module.css";

/** The frame around every page of the dashboard. */
export async function Shell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const t = await getText();
  const impersonationId = viewer.impersonator && viewer.sessionId;
  return (
    <div className={classes.shell} {...markIdentity(impersonationId)}>
      <a href="#main" className={classes.skip}>
        {t("Skip to content")}
      </a>
      <ImpersonationBanner />
      <aside className={classes.side} aria-label={t("Sidebar")}>
        <div className={classes.sidebar}>
          <Sidebar />
        </div>
      </aside>
      <PhoneHeader />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <Palette />
      <LiveUpdates />
    </div>
  );
}
