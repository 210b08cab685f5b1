import Link from "next/link";
import { describeField } from "#components/audit/change-text.ts";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import type { AuditEntry } from "#server/domains/audit/schema.ts";
import classes from "./audit-columns.module.css";

/** What an entry is about, with the way there when it has a page. */
export function AuditRecord({ entry }: { entry: AuditEntry }) {
  const t = useText();
  const { subjectType, subjectId, subjectName } = entry;
  // A user who was deleted has no name any more, and no page.
  if (subjectType === "user" && subjectName) {
    return (
      <Link href={`/users/${subjectId}`} prefetch={false} className={classes.record}>
        {subjectName}
      </Link>
    );
  }
  return (
    <span className={classes.soft} title={subjectId}>
      {subjectType === "user" ? t("A user who is gone") : describeRecord(entry, t)}
    </span>
  );
}

/** "Role support-lead"; an id says less than the kind alone. */
function describeRecord({ subjectType, subjectId: id }: AuditEntry, t: Text): string {
  const kind = describeField(subjectType, t);
  const isNamed = !/^[0-9a-f-]{36}$/.test(id) && id !== subjectType;
  return isNamed ? t("{kind} {id}", { kind, id }) : kind;
}
