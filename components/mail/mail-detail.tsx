"use client";

import { Tabs } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { MailFrame } from "#components/mail/mail-frame.tsx";
import { describeTemplate } from "#components/mail/template-words.ts";
import { Page } from "#components/shell/page.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import classes from "./mail-detail.module.css";

export function MailDetail({ mailId }: { mailId: string }) {
  const t = useText();
  const format = useFormat();
  const trpc = useTRPC();
  const { data: mail } = useSuspenseQuery(trpc.mail.get.queryOptions({ mailId }));
  return (
    <Page parents={[{ label: t("Mail"), href: "/mail" }]} title={mail.subject}>
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
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
            <pre className={classes.text} tabIndex={0}>
              {mail.text}
            </pre>
          </Tabs.Panel>
        </Tabs>
        <Panel title={t("Envelope")}>
          <Facts
            facts={[
              { label: t("To"), value: mail.recipient },
              { label: t("Kind"), value: t.known(describeTemplate(mail.template)) },
              { label: t("Sent"), value: format.instant(mail.createdAt) },
            ]}
          />
        </Panel>
      </div>
    </Page>
  );
}
