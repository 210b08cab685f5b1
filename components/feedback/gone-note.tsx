"use client";

import { Alert } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import { readProblem } from "#components/trpc/problem.ts";

export const isGone = (error: unknown): boolean =>
  Boolean(error) && readProblem(error).code === "NOT_FOUND";

/** Above what somebody looks at while another deletes it; nothing while it is there. */
export function GoneNote({ error }: { error: unknown }) {
  const t = useText();
  if (!isGone(error)) return null;
  return (
    <Alert role="alert" color="yellow" mb="md" title={t("This is gone")}>
      {t("It was deleted in the meantime. This page shows the last that was known of it.")}
    </Alert>
  );
}
