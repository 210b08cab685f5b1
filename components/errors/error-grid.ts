import { createGridSearch } from "#components/data-grid/grid-search.ts";
import { ERROR_FIELDS } from "#server/domains/errors/schema.ts";

export const errorGrid = createGridSearch(ERROR_FIELDS, [
  { field: "lastSeenAt", direction: "desc" },
]);
