import { createGridSearch } from "#components/data-grid/grid-search.ts";
import { MAIL_FIELDS } from "#server/domains/mail/schema.ts";

export const mailGrid = createGridSearch(MAIL_FIELDS, [{ field: "createdAt", direction: "desc" }]);
