"use client";

import { AccountSessions } from "#components/account/account-sessions.tsx";
import { DeleteAccount } from "#components/account/delete-account.tsx";
import { PasswordForm } from "#components/account/password-form.tsx";
import { ProfilePanel } from "#components/account/profile-panel.tsx";
import classes from "#components/display/columns.module.css";
import { Panel } from "#components/display/panel.tsx";
import { ColorSchemeControl } from "#components/shell/color-scheme-control.tsx";

export function Account() {
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <ProfilePanel />
        <PasswordForm />
      </div>
      <div className={classes.stack}>
        <AccountSessions />
        <Panel title="Appearance" description="Kept in this browser.">
          <ColorSchemeControl />
        </Panel>
        <DeleteAccount />
      </div>
    </div>
  );
}
