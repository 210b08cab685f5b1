"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { choose, toggle, toggleAll } from "#components/data-grid/selection.ts";
import { type AnyGrid, NOTHING_SELECTED, type Selection } from "#components/data-grid/use-grid.ts";

const PAGE_ROWS = 10;
const MAX_FRAMES = 30;

interface GridKeysOptions {
  scroller: RefObject<HTMLDivElement | null>;
  grid: AnyGrid;
  /** Of the rows, in their order. */
  ids: string[];
  isSelectable: boolean;
}

/** One row at a time takes the focus; arrows, Home, End and Page keys move it, Space chooses, Enter opens. */
export function useGridKeys({ scroller, grid, ids, isSelectable }: GridKeysOptions) {
  const [active, setActive] = useState({ id: "", index: 0 });
  // Rows come and go while somebody reads: the place moves along with its row.
  const found = ids.indexOf(active.id);
  const activeRow = found === -1 ? Math.min(active.index, ids.length - 1) : found;

  const rowAt = (index: number) =>
    scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);

  const isGone = found === -1 && active.id !== "" && ids.length > 0;
  const focus = useKeptFocus(isGone, () => rowAt(activeRow));

  /** Out of sight, a row comes into the document when the list has scrolled there. */
  function focusRow(index: number, framesLeft: number) {
    const list = scroller.current;
    const row = rowAt(index);
    if (row) {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
      return;
    }
    const height = list?.querySelector<HTMLElement>("[data-row]")?.offsetHeight ?? 0;
    list?.scrollTo({ top: index * height });
    if (framesLeft > 0) requestAnimationFrame(() => focusRow(index, framesLeft - 1));
  }

  function moveTo(index: number, isChoosing: boolean) {
    const next = Math.max(0, Math.min(index, ids.length - 1));
    const passed = ids.slice(Math.min(activeRow, next), Math.max(activeRow, next) + 1);
    if (isChoosing) grid.setSelection(choose(grid.selection, passed, true));
    setActive({ id: ids[next] ?? "", index: next });
    focusRow(next, MAX_FRAMES);
  }

  const steps: Record<string, number> = {
    ArrowDown: activeRow + 1,
    ArrowUp: activeRow - 1,
    PageDown: activeRow + PAGE_ROWS,
    PageUp: activeRow - PAGE_ROWS,
    Home: 0,
    End: ids.length - 1,
  };

  /** What a key makes of the selection; nothing for other keys. */
  function select(event: KeyboardEvent): Selection | null {
    if (!isSelectable) return null;
    if (event.key === " ") return toggle(grid.selection, ids[activeRow] ?? "");
    if (event.key === "Escape") return NOTHING_SELECTED;
    const isAll = event.key === "a" && (event.ctrlKey || event.metaKey);
    return isAll ? toggleAll(grid.selection, ids) : null;
  }

  function act(event: KeyboardEvent<HTMLElement>): boolean {
    const selection = select(event);
    if (selection) grid.setSelection(selection);
    else if (event.key === "Enter") openRow(event.target as HTMLElement);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const row = event.target as HTMLElement;
    if (row.dataset.row === undefined) return;
    const step = event.ctrlKey || event.metaKey ? undefined : steps[event.key];
    if (step !== undefined) moveTo(step, event.shiftKey && isSelectable);
    else if (!act(event)) return;
    event.preventDefault();
  }

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    const index = Number(target.dataset.row ?? Number.NaN);
    const id = ids[index];
    if (id === undefined) return;
    focus.hold();
    setActive({ id, index });
  }

  return { activeRow, onKeyDown, onFocus, onBlur: focus.onBlur };
}

/** A row that somebody else deletes takes the focus with it, unless the one in its place gets it. */
function useKeptFocus(isGone: boolean, findRow: () => HTMLElement | null | undefined) {
  const isHeld = useRef(false);
  useEffect(() => {
    if (!(isGone && isHeld.current)) return;
    isHeld.current = false;
    // Whoever has scrolled away stays where they are.
    if (document.activeElement === document.body) findRow()?.focus({ preventScroll: true });
  });
  return {
    hold() {
      isHeld.current = true;
    },
    onBlur({ target }: FocusEvent<HTMLElement>) {
      isHeld.current = !target.isConnected;
    },
  };
}

/** A row leads to a page, or opens a dialog of its own. */
function openRow(row: HTMLElement): void {
  const opener = row.querySelector<HTMLElement>("[data-opens]") ?? row.querySelector("a");
  opener?.click();
}
