"use client";

import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan } from "#components/shell/viewer.tsx";

export function TrashLink() {
  const t = useText();
  if (!useCan("users.delete")) return null;
  return (
    <Button
      component={Link}
      href="/users/trash"
      variant="default"
      leftSection={<IconTrash size={16} stroke={1.6} />}
    >
      {t("Trash")}
    </Button>
  );
}
