"use client";

import { Button, Skeleton } from "@mantine/core";
import { IconAt, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Panel } from "#components/display/panel.tsx";
import { Pill, type Tone } from "#components/display/pill.tsx";
import { Message } from "#components/feedback/message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import {
  DNS_FINDINGS,
  DNS_RECORDS,
  type DomainRecord,
} from "#server/domains/mail/domain/schema.ts";
import classes from "./domain-check.module.css";

const STATES = {
  good: { tone: "green", label: "In order" },
  weak: { tone: "amber", label: "Could be better" },
  bad: { tone: "red", label: "Wrong" },
  unknown: { tone: "neutral", label: "Not known" },
} as const satisfies Record<string, { tone: Tone; label: string }>;

/** How receivers tell mail of ours from what only pretends to be: asked anew with every look. */
export function DomainCheck() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.mail.checkDomain.queryOptions(undefined, { refetchOnWindowFocus: false }),
  );
  return (
    <QueryView query={query} skeleton={<Skeleton height={320} radius="lg" />}>
      {({ domain, records }) =>
        domain === null ? (
          <Message icon={<IconAt size={24} stroke={1.6} />} title={t("No sender is configured")}>
            {t("Mail stays here until MAIL_FROM and a provider are set.")}
          </Message>
        ) : (
          <Panel
            title={domain}
            description={t(
              "What its name server says now. A change there can take hours to arrive.",
            )}
            actions={
              <Button
                flex="none"
                variant="default"
                leftSection={<IconRefresh size={16} stroke={1.6} />}
                loading={query.isFetching}
                onClick={() => void query.refetch()}
              >
                {t("Check again")}
              </Button>
            }
            isFlush
          >
            <ul className={classes.records}>
              {records.map((record) => (
                <Found key={`${record.kind} ${record.name}`} record={record} />
              ))}
            </ul>
          </Panel>
        )
      }
    </QueryView>
  );
}

function Found({ record: { kind, name, finding, values } }: { record: DomainRecord }) {
  const t = useText();
  const { state, text } = DNS_FINDINGS[finding];
  const { tone, label } = STATES[state];
  return (
    <li className={classes.record}>
      <div className={classes.head}>
        <h3>{DNS_RECORDS[kind]}</h3>
        <Pill tone={tone} withDot>
          {t(label)}
        </Pill>
        <code>{name}</code>
      </div>
      <p>{t(text)}</p>
      {values.map((value) => (
        <code key={value} className={classes.value}>
          {value}
        </code>
      ))}
    </li>
  );
}
