import { createGridSearch } from "#components/data-grid/grid-search.ts";
import { TRASH_FIELDS } from "#server/domains/users/trash/schema.ts";

export const trashGrid = createGridSearch(TRASH_FIELDS, [
  { field: "deletedAt", direction: "desc" },
]);
