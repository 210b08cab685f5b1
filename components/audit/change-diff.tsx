import { VisuallyHidden } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { describeField, describeValue } from "#components/audit/change-text.ts";
import type { AuditEntry } from "#server/domains/audit/schema.ts";
import classes from "./change-diff.module.css";

/** Ids and times that the entry itself shows already. */
const SAID_ELSEWHERE = new Set(["id", "session", "sessionId", "createdAt", "address"]);

/** Each changed field with its value before and after. */
export function ChangeDiff({ changes }: { changes: AuditEntry["changes"] }) {
  const shown = Object.entries(changes)
    .filter(([field]) => !SAID_ELSEWHERE.has(field))
    .map(([field, { before, after }]) => ({
      field,
      before: describeValue(before),
      after: describeValue(after),
    }));
  if (shown.length === 0) {
    return null;
  }
  return (
    <dl className={classes.diff}>
      {shown.map(({ field, before, after }) => (
        <div key={field} className={classes.change}>
          <dt>{describeField(field)}</dt>
          <dd>
            {before !== null && (
              <>
                <VisuallyHidden>from </VisuallyHidden>
                <del>{before}</del>
                <IconArrowRight size={12} stroke={1.8} aria-hidden="true" />
                <VisuallyHidden> to </VisuallyHidden>
              </>
            )}
            {after === null ? <span className={classes.none}>none</span> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
