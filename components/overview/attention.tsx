"use client";

import { Skeleton } from "@mantine/core";
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBulb,
  IconChevronRight,
  IconCircleCheck,
  type TablerIcon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Panel } from "#components/display/panel.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import type { Message } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { AttentionItem } from "#server/domains/overview/schema.ts";
import classes from "./attention.module.css";

const REFRESH_MS = 60_000;

const ICONS: Record<AttentionItem["severity"], { icon: TablerIcon; label: Message }> = {
  urgent: { icon: IconAlertOctagon, label: "Urgent" },
  warning: { icon: IconAlertTriangle, label: "Warning" },
  advice: { icon: IconBulb, label: "Advice" },
};

/** What somebody should look at, each with the way to where it is mended. */
export function Attention() {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.overview.attention.queryOptions(undefined, { refetchInterval: REFRESH_MS }),
  );
  return (
    <QueryView query={query} skeleton={<Skeleton height={52} radius="lg" />}>
      {(items) => (items.length === 0 ? <Calm /> : <AttentionList items={items} />)}
    </QueryView>
  );
}

function Calm() {
  const t = useText();
  return (
    <section className={classes.calm} aria-label={t("Needs attention")}>
      <IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />
      {t("Nothing needs attention")}
    </section>
  );
}

function AttentionList({ items }: { items: AttentionItem[] }) {
  const t = useText();
  return (
    <Panel title={t("Needs attention")} isFlush>
      <ul className={classes.list}>
        {items.map((item) => (
          <AttentionRow key={item.id} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const t = useText();
  const { icon: Icon, label } = ICONS[item.severity];
  return (
    <li className={classes.row}>
      <Icon
        size={18}
        stroke={1.7}
        className={classes.icon}
        data-severity={item.severity}
        role="img"
        aria-label={t(label)}
      />
      <span className={classes.text}>
        <Link href={item.href} prefetch={false} className={classes.title}>
          {t.known(item.title)}
        </Link>
        <span className={classes.detail}>{t.known(item.detail)}</span>
      </span>
      <IconChevronRight size={16} stroke={1.6} className={classes.arrow} aria-hidden="true" />
    </li>
  );
}
