"use client";

import { Button } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import { Message } from "#components/feedback/message.tsx";

interface Words {
  title: string;
  text: string;
}

/** What stands where there are no rows: none at all, or none that match. */
export interface EmptyWords {
  icon: TablerIcon;
  none: Words;
  noMatch: Words;
}

interface EmptyListProps {
  words: EmptyWords;
  grid: AnyGrid;
}

export function EmptyList({ words, grid }: EmptyListProps) {
  const { icon: Icon, none, noMatch } = words;
  const { title, text } = grid.isFiltered ? noMatch : none;
  const clear = (
    <Button variant="default" onClick={grid.clear}>
      Clear filters
    </Button>
  );
  return (
    <Message icon={<Icon size={20} />} title={title} actions={grid.isFiltered && clear}>
      {text}
    </Message>
  );
}
