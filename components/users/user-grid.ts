import { createGridSearch } from "#components/data-grid/grid-search.ts";
import { USER_FIELDS } from "#server/domains/users/schema.ts";

export const userGrid = createGridSearch(USER_FIELDS, [{ field: "createdAt", direction: "desc" }]);
