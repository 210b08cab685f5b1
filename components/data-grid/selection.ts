import type { Selection } from "#components/data-grid/use-grid.ts";

export function isSelected({ isAllMatching, ids }: Selection, id: string): boolean {
  return ids.has(id) !== isAllMatching;
}

export function toggle(selection: Selection, id: string): Selection {
  return choose(selection, [id], !isSelected(selection, id));
}

/** All of them, or none when all were chosen. */
export function toggleAll(selection: Selection, ids: readonly string[]): Selection {
  return choose(selection, ids, !ids.every((id) => isSelected(selection, id)));
}

export function choose(
  { isAllMatching, ids }: Selection,
  changed: readonly string[],
  isChosen: boolean,
): Selection {
  const next = new Set(ids);
  for (const id of changed) {
    if (isChosen === isAllMatching) next.delete(id);
    else next.add(id);
  }
  return { isAllMatching, ids: next };
}

/** How many rows are chosen of `total`. */
export function countSelected({ isAllMatching, ids }: Selection, total: number): number {
  return isAllMatching ? Math.max(0, total - ids.size) : ids.size;
}
