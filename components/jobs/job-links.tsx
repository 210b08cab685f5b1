"use client";

import { Button, Group } from "@mantine/core";
import { IconBell, IconCalendarTime, IconListDetails } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "#components/i18n/text-provider.tsx";

const ICON = { size: 16, stroke: 1.6 };

/** From the queues to their jobs, and to what makes jobs by itself. */
export function JobLinks() {
  const t = useText();
  return (
    <Group gap="xs">
      <Button
        component={Link}
        href="/jobs/alerts"
        variant="default"
        leftSection={<IconBell {...ICON} />}
      >
        {t("Alerts")}
      </Button>
      <Button
        component={Link}
        href="/jobs/schedules"
        variant="default"
        leftSection={<IconCalendarTime {...ICON} />}
      >
        {t("Schedules")}
      </Button>
      <Button
        component={Link}
        href="/jobs/list"
        variant="default"
        leftSection={<IconListDetails {...ICON} />}
      >
        {t("All jobs")}
      </Button>
    </Group>
  );
}
