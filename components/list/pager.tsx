"use client";

import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./pager.module.css";

interface PagerProps {
  /** The accessible name: "Pages of users". */
  label: string;
  summary: ReactNode;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** Steps through keyset pages; a null handler is a step that there is not. */
export function Pager(props: PagerProps) {
  const t = useText();
  const { label, summary, onPrevious, onNext } = props;
  return (
    <nav className={classes.pager} aria-label={label}>
      <span className={classes.summary} aria-live="polite">
        {summary}
      </span>
      <Button
        variant="default"
        size="xs"
        disabled={!onPrevious}
        onClick={onPrevious ?? undefined}
        leftSection={<IconChevronLeft size={14} />}
      >
        {t("Previous")}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={!onNext}
        onClick={onNext ?? undefined}
        rightSection={<IconChevronRight size={14} />}
      >
        {t("Next")}
      </Button>
    </nav>
  );
}
