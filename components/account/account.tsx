"use client";

import { Alert } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import accountClasses from "#components/account/account.module.css";
import { AccountSessions } from "#components/account/account-sessions.tsx";
import { DeleteAccount } from "#components/account/delete-account.tsx";
import { MailChoices } from "#components/account/mail-choices.tsx";
import { PasswordForm } from "#components/account/password-form.tsx";
import { ProfilePanel } from "#components/account/profile-panel.tsx";
import { ShownProfile } from "#components/account/shown-profile.tsx";
import classes from "#components/display/columns.module.css";
import { Panel } from "#components/display/panel.tsx";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { LanguageSelect } from "#components/i18n/language-select.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { ColorSchemeControl } from "#components/shell/color-scheme-control.tsx";
import { useMayChange, useViewer } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";

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
  const trpc = useTRPC();
  const setLanguage = useMutation(
    trpc.account.setLanguage.mutationOptions({ onError: notifyProblem }),
  );
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <ProfilePanel />
        <PasswordForm />
      </div>
      <div className={classes.stack}>
        <AccountSessions />
        <Panel
          title={t("Appearance")}
          description={t("Kept in this browser. The language also counts for mail to you.")}
        >
          <div className={classes.stack}>
            <ColorSchemeControl />
            <LanguageSelect onChoose={(locale) => setLanguage.mutate({ locale })} />
          </div>
        </Panel>
        <MailChoices />
        <DeleteAccount />
      </div>
    </div>
  );
}
