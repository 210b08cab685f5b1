"use client";

import { Button } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import { Message } from "#components/feedback/message.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";

interface Words {
  title: PlainMessage;
  text: PlainMessage;
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
  const t = useText();
  const { icon: Icon, none, noMatch } = words;
  const { title, text } = grid.isFiltered ? noMatch : none;
  const clear = (
    <Button variant="default" onClick={grid.clear}>
      {t("Clear filters")}
    </Button>
  );
  return (
    <Message icon={<Icon size={20} />} title={t(title)} actions={grid.isFiltered && clear}>
      {t(text)}
    </Message>
  );
}
