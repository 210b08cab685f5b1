"use client";

import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./pager.module.css";

interface PagerProps {
  /** What the list is of, for the accessible name: "users". */
  of: string;
  summary: ReactNode;
  /** Where there is no step back but to the start. */
  previousLabel?: string;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** Steps through keyset pages; a null handler is a step that there is not. */
export function Pager(props: PagerProps) {
  const { of, summary, previousLabel = "Previous", onPrevious, onNext } = props;
  return (
    <nav className={classes.pager} aria-label={`Pages of ${of}`}>
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
        {previousLabel}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={!onNext}
        onClick={onNext ?? undefined}
        rightSection={<IconChevronRight size={14} />}
      >
        Next
      </Button>
    </nav>
  );
}
