import type { Grid } from "#components/data-grid/use-grid.ts";
import type { ListFields } from "#server/platform/list/schema.ts";

interface SelectionInput<Matching> {
  ids?: string[];
  matching?: Matching;
  except?: string[];
}

/** The chosen rows as procedures take them. */
export function selectionOf<Row, Fields extends ListFields, Matching>({
  selection,
  state,
}: Pick<Grid<Row, Fields>, "selection" | "state">): SelectionInput<Matching> {
  const ids = [...selection.ids];
  if (!selection.isAllMatching) return { ids };
  const { search, filter } = state;
  const matching = { search: search || undefined, filter: filter ?? undefined };
  return { matching: matching as Matching, except: ids };
}
