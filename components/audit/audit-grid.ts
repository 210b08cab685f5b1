import { createGridSearch, type GridState } from "#components/data-grid/grid-search.ts";
import { AUDIT_FIELDS } from "#server/domains/audit/schema.ts";

export const auditGrid = createGridSearch(AUDIT_FIELDS, [{ field: "at", direction: "desc" }]);

/** The log has no search: it is filtered by who, what, which and when. */
export function toAuditInput(state: GridState<typeof AUDIT_FIELDS>) {
  const { search: _, ...input } = auditGrid.toInput(state);
  return input;
}
