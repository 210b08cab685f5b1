import { VisuallyHidden } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { describeField, describeValue, tellingFields } from "#components/audit/change-text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import type { AuditEntry } from "#server/domains/audit/schema.ts";
import classes from "./change-diff.module.css";

interface ChangeDiffProps {
  changes: AuditEntry["changes"];
  /** With the ids and times that a list shows elsewhere. */
  isWhole?: boolean;
}

/** Each changed field with its value before and after. */
export function ChangeDiff({ changes, isWhole = false }: ChangeDiffProps) {
  const t = useText();
  const fields = isWhole ? Object.keys(changes) : tellingFields(changes);
  const shown = fields.map((field) => ({
    field,
    before: describeValue(changes[field]?.before, t),
    after: describeValue(changes[field]?.after, t),
  }));
  if (shown.length === 0) {
    return null;
  }
  return (
    <dl className={classes.diff}>
      {shown.map(({ field, before, after }) => (
        <div key={field} className={classes.change}>
          <dt>{describeField(field, t)}</dt>
          <dd>
            {before !== null && (
              <>
                <VisuallyHidden>{t("from")} </VisuallyHidden>
                <del>{before}</del>
                <IconArrowRight size={12} stroke={1.8} aria-hidden="true" />
                <VisuallyHidden> {t("to")} </VisuallyHidden>
              </>
            )}
            {after === null ? (
              <span className={classes.none}>{t("none")}</span>
            ) : (
              <ins>{after}</ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
