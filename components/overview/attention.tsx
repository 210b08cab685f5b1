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
import { useTRPC } from "#components/trpc/trpc.ts";
import type { AttentionItem } from "#server/domains/overview/schema.ts";
import classes from "./attention.module.css";

const REFRESH_MS = 60_000;

const ICONS: Record<AttentionItem["severity"], { icon: TablerIcon; label: string }> = {
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
  return (
    <section className={classes.calm} aria-label="Needs attention">
      <IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />
      Nothing needs attention
    </section>
  );
}

function AttentionList({ items }: { items: AttentionItem[] }) {
  return (
    <Panel title="Needs attention" isFlush>
      <ul className={classes.list}>
        {items.map((item) => (
          <AttentionRow key={item.id} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const { icon: Icon, label } = ICONS[item.severity];
  return (
    <li className={classes.row}>
      <Icon
        size={18}
        stroke={1.7}
        className={classes.icon}
        data-severity={item.severity}
        role="img"
        aria-label={label}
      />
      <span className={classes.text}>
        <Link href={item.href} prefetch={false} className={classes.title}>
          {item.title}
        </Link>
        <span className={classes.detail}>{item.detail}</span>
      </span>
      <IconChevronRight size={16} stroke={1.6} className={classes.arrow} aria-hidden="true" />
    </li>
  );
}
