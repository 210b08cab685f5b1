import { createGridSearch } from "#components/data-grid/grid-search.ts";
import { SUPPRESSION_FIELDS } from "#server/domains/mail/suppressions/schema.ts";

export const suppressionGrid = createGridSearch(SUPPRESSION_FIELDS, [
  { field: "createdAt", direction: "desc" },
]);
