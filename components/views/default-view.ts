import { VIEW_LISTS, type ViewList } from "#server/domains/views/catalog.ts";
import type { View } from "#server/domains/views/schema.ts";

/** The name of the parameter that says which view is open; `none` keeps the default away. */
export const VIEW_PARAMETER = "view";
export const NO_VIEW = "none";

/** Where a list leads that is opened without parameters; null when it stays where it is. */
export function findDefaultView(list: ViewList, views: View[] | undefined): string | null {
  const view = views?.find(({ isDefault }) => isDefault);
  if (!view) return null;
  const query = new URLSearchParams(view.state);
  query.set(VIEW_PARAMETER, view.id);
  return `${VIEW_LISTS[list].path}?${query}`;
}
