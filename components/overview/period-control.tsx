"use client";

import { SegmentedControl } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { PERIODS } from "#components/overview/period.ts";

export function PeriodControl({ days }: { days: number }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Period"
      value={String(days)}
      disabled={isPending}
      data={PERIODS.map((period) => ({ value: String(period), label: `${period} days` }))}
      onChange={(value) =>
        startTransition(() => router.replace(`/?days=${value}`, { scroll: false }))
      }
    />
  );
}
