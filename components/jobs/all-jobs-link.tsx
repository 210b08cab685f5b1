"use client";

import { Button } from "@mantine/core";
import { IconListDetails } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "#components/i18n/text-provider.tsx";

export function AllJobsLink() {
  const t = useText();
  return (
    <Button
      component={Link}
      href="/jobs/list"
      variant="default"
      leftSection={<IconListDetails size={16} stroke={1.6} />}
    >
      {t("All jobs")}
    </Button>
  );
}
