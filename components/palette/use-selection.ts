import { type KeyboardEvent, useState } from "react";
import type { Entry } from "#components/palette/entry.ts";
import { optionId } from "#components/palette/palette-options.tsx";

interface SelectionOptions {
  query: string;
  entries: Entry[];
  listId: string;
  onChoose: (entry: Entry) => void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The line that Enter takes: the first one of each query until the arrows move on, round and round. */
export function useSelection({ query, entries, listId, onChoose }: SelectionOptions) {
  const [moved, setMoved] = useState({ query: "", place: 0 });
  const last = Math.max(entries.length - 1, 0);
  const selected = moved.query === query ? Math.min(moved.place, last) : 0;

  function move(step: number) {
    const place = (selected + step + entries.length) % Math.max(entries.length, 1);
    setMoved({ query, place });
    document.getElementById(optionId(listId, place))?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step) move(step);
    const entry = entries[selected];
    if (event.key === "Enter" && entry) onChoose(entry);
  }

  return { selected, onKeyDown };
}
