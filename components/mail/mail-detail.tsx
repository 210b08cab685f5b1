"use client";

import { Tabs } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { MailEvents } from "#components/mail/mail-events.tsx";
import { MailFrame } from "#components/mail/mail-frame.tsx";
import { MailState } from "#components/mail/mail-state.tsx";
import { MailText } from "#components/mail/mail-text.tsx";
import { SendMailAgain } from "#components/mail/send-mail-again.tsx";
import { describeTemplate } from "#components/mail/template-words.ts";
import { Page } from "#components/shell/page.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { MAIL_REASONS } from "#server/domains/mail/catalog.ts";
import classes from "./mail-detail.module.css";

const REFRESH_MS = 5_000;

/** One mail as it was written, and what became of it. */
export function MailDetail({ mailId }: { mailId: string }) {
  const t = useText();
  const format = useFormat();
  const trpc = useTRPC();
  const { data: mail } = useSuspenseQuery(
    trpc.mail.get.queryOptions({ mailId }, { refetchInterval: REFRESH_MS }),
  );
  return (
    <Page
      parents={[{ label: t("Mail"), href: "/mail" }]}
      title={mail.subject}
      actions={<SendMailAgain mail={mail} />}
    >
      <div className={classes.columns}>
        <Tabs defaultValue="html" keepMounted={false} className={classes.mail}>
          <Tabs.List className={classes.tabs}>
            <Tabs.Tab value="html">{t("As sent")}</Tabs.Tab>
            <Tabs.Tab value="text">{t("Plain text")}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="html">
            <MailFrame html={mail.html} />
          </Tabs.Panel>
          <Tabs.Panel value="text">
            <MailText text={mail.text} />
          </Tabs.Panel>
        </Tabs>
        <div className={classes.aside}>
          <Panel title={t("Envelope")}>
            <Facts
              facts={[
                { label: t("To"), value: mail.recipient },
                { label: t("Kind"), value: t.known(describeTemplate(mail.template)) },
                { label: t("State"), value: <MailState status={mail.status} /> },
                { label: t("Written"), value: format.instant(mail.createdAt) },
                ...(mail.reason
                  ? [{ label: t("Reason"), value: t(MAIL_REASONS[mail.reason]) }]
                  : []),
                ...(mail.problem ? [{ label: t("Problem"), value: mail.problem }] : []),
                ...(mail.areLinksHidden
                  ? [{ label: t("Links"), value: t("Hidden: they work for whoever has them.") }]
                  : []),
              ]}
            />
          </Panel>
          <MailEvents events={mail.events} />
        </div>
      </div>
    </Page>
  );
}
