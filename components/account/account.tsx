"use client";

import { Alert } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import accountClasses from "#components/account/account.module.css";
import { AccountSessions } from "#components/account/account-sessions.tsx";
import { DeleteAccount } from "#components/account/delete-account.tsx";
import { PasswordForm } from "#components/account/password-form.tsx";
import { ProfilePanel } from "#components/account/profile-panel.tsx";
import { ShownProfile } from "#components/account/shown-profile.tsx";
import classes from "#components/display/columns.module.css";
import { Panel } from "#components/display/panel.tsx";
import { LanguageSelect } from "#components/i18n/language-select.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { ColorSchemeControl } from "#components/shell/color-scheme-control.tsx";
import { useMayChange, useViewer } from "#components/shell/viewer.tsx";

export function Account() {
  return useMayChange("account.manage") ? <OwnAccount /> : <ShownAccount />;
}

/** To whoever acts in somebody else's name, who may look only. */
function ShownAccount() {
  const t = useText();
  const { name } = useViewer();
  return (
    <>
      <Alert
        role="note"
        mb="lg"
        classNames={NOTICE}
        icon={<IconEye size={18} />}
        title={t("You see the account of {name}, and change nothing in it", { name })}
      >
        {t(
          "Name, address, password and sessions are theirs alone. For yours, end the impersonation.",
        )}
      </Alert>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <ShownProfile />
        </div>
        <div className={classes.stack}>
          <AccountSessions isReadOnly />
        </div>
      </div>
    </>
  );
}

const NOTICE = {
  root: accountClasses.notice,
  icon: accountClasses.noticeTitle,
  title: accountClasses.noticeTitle,
  message: accountClasses.noticeText,
};

function OwnAccount() {
  const t = useText();
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <ProfilePanel />
        <PasswordForm />
      </div>
      <div className={classes.stack}>
        <AccountSessions />
        <Panel title={t("Appearance")} description={t("Kept in this browser.")}>
          <div className={classes.stack}>
            <ColorSchemeControl />
            <LanguageSelect />
          </div>
        </Panel>
        <DeleteAccount />
      </div>
    </div>
  );
}
