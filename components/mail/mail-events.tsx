import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { MAIL_REASONS, MAIL_STATUSES, type MailStatus } from "#server/domains/mail/catalog.ts";
import type { MailWithBody } from "#server/domains/mail/schema.ts";
import classes from "./mail-detail.module.css";

/** What became of it, in order; nothing while nobody has told. */
export function MailEvents({ events }: Pick<MailWithBody, "events">) {
  const t = useText();
  const format = useFormat();
  if (events.length === 0) return null;
  return (
    <Panel title={t("What became of it")}>
      <ol className={classes.events}>
        {events.map(({ id, kind, at, reason, detail }) => (
          <li key={id}>
            <div>
              {kind === "delayed" ? t("Delayed") : t.known(MAIL_STATUSES[kind as MailStatus])}
            </div>
            <div className={classes.soft}>{format.instant(at)}</div>
            {reason && <div className={classes.soft}>{t(MAIL_REASONS[reason])}</div>}
            {detail && <div className={classes.soft}>{detail}</div>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
