import { Pill } from "#components/display/pill.tsx";
import type { Column } from "#components/list/data-table.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import type { Mail } from "#server/domains/mail/schema.ts";
import classes from "./mail-columns.module.css";

export const mailColumns: Column<Mail>[] = [
  {
    key: "subject",
    header: "Subject",
    width: "42%",
    phone: "title",
    cell: (mail) => (
      <RowLink href={`/mail/${mail.id}`}>
        <span className={classes.subject}>{mail.subject}</span>
      </RowLink>
    ),
  },
  {
    key: "recipient",
    header: "To",
    phone: "text",
    cell: (mail) => <span className={classes.soft}>{mail.recipient}</span>,
  },
  {
    key: "template",
    header: "Kind",
    phone: "tag",
    cell: (mail) => <Pill>{describeTemplate(mail.template)}</Pill>,
  },
  {
    key: "createdAt",
    header: "Sent",
    phone: "tag",
    cell: (mail) => (
      <span className={classes.soft}>
        <RelativeTime date={mail.createdAt} />
      </span>
    ),
  },
];

const TEMPLATE_WORDS: Record<string, string> = {
  "email-verification": "E-mail confirmation",
  "email-change-current": "E-mail change (present)",
  "email-change-new": "E-mail change (new)",
  "email-changed": "E-mail changed",
};

/** "Password reset" from "password-reset". */
export function describeTemplate(template: string): string {
  const words = template.replaceAll(/[-_.]/g, " ");
  return TEMPLATE_WORDS[template] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
