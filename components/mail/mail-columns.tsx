import type { GridColumn } from "#components/data-grid/grid-column.ts";
import { Pill } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { MailState } from "#components/mail/mail-state.tsx";
import { describeTemplate } from "#components/mail/template-words.ts";
import { RelativeTime } from "#components/time/relative-time.tsx";
import type { Mail } from "#server/domains/mail/schema.ts";
import classes from "./mail-columns.module.css";

export const mailColumns: readonly GridColumn<Mail>[] = [
  {
    key: "subject",
    header: "Subject",
    width: 350,
    isPinned: true,
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
    width: 260,
    phone: "text",
    cell: (mail) => <span className={classes.soft}>{mail.recipient}</span>,
  },
  {
    key: "template",
    header: "Kind",
    width: 190,
    phone: "tag",
    cell: (mail) => <Kind template={mail.template} />,
  },
  {
    key: "status",
    header: "State",
    width: 170,
    phone: "tag",
    cell: (mail) => <MailState status={mail.status} />,
  },
  {
    key: "createdAt",
    header: "Written",
    width: 140,
    phone: "tag",
    cell: (mail) => (
      <span className={classes.soft}>
        <RelativeTime date={mail.createdAt} />
      </span>
    ),
  },
];

function Kind({ template }: { template: string }) {
  const t = useText();
  return <Pill>{t.known(describeTemplate(template))}</Pill>;
}
