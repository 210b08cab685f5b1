"use client";

import { SegmentedControl } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { PERIODS } from "#components/overview/period.ts";

export function PeriodControl({ days }: { days: number }) {
  const t = useText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("Period")}
      value={String(days)}
      disabled={isPending}
      data={PERIODS.map((period) => ({
        value: String(period),
        label: t("{days} days", { days: period }),
      }))}
      onChange={(value) =>
        startTransition(() => router.replace(`/?days=${value}`, { scroll: false }))
      }
    />
  );
}
