import { createSerializer } from "nuqs/server";
import type { GridSearch, GridState } from "#components/data-grid/grid-search.ts";
import type { ListFields } from "#server/platform/list/schema.ts";

/** What a view keeps of a list's state: everything but the page, in one spelling. */
export function serializeState<Fields extends ListFields>(
  { parsers }: GridSearch<Fields>,
  state: GridState<Fields>,
): string {
  const query = createSerializer(parsers)({ ...state, cursor: null } as never);
  return new URLSearchParams(query).toString();
}

/** A saved state in that spelling, without what the list does not understand any more. */
export function normalizeState<Fields extends ListFields>(
  search: GridSearch<Fields>,
  saved: string,
): string {
  return serializeState(search, search.load(new URLSearchParams(saved)) as GridState<Fields>);
}
