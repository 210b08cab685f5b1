import { ALERT_METRICS } from "#server/domains/jobs/alerts/schema.ts";
import { toLine } from "../to-line.ts";
import { type MailMessage, sayDate, sayNumber } from "../words/text.ts";
import type { DigestFigures } from "./content.ts";
import { Action, Facts, Message, Paragraph, useLetter } from "./letter.tsx";
import type { Template } from "./template.ts";

export const jobAlert: Template<"job-alert"> = {
  subject({ queue: named, isOver }, t) {
    const queue = toLine(named, 100);
    return isOver
      ? t("{queue} is within its threshold again", { queue })
      : t("{queue} has passed its threshold", { queue });
  },
  Content({ queue, metric, value, threshold, isOver, url }) {
    const { t, locale } = useLetter();
    const opening = isOver
      ? t("A queue that had passed its threshold is within it again.")
      : t("A queue has passed the threshold of an alert.");
    return (
      <Message
        opening={opening}
        footnote={t("You get this because an alert in Binnacle names your address.")}
      >
        <Facts
          facts={[
            [t("Queue"), toLine(queue, 100)],
            [t(ALERT_METRICS[metric]), sayNumber(locale, value)],
            [t("Threshold"), sayNumber(locale, threshold)],
          ]}
        />
        <Action label={t("Look at the queues")} url={url} />
      </Message>
    );
  },
};

const FIGURES = {
  newUsers: "New users",
  signIns: "Sign-ins",
  jobsCompleted: "Jobs completed",
  jobsFailed: "Failed attempts at jobs",
  newErrors: "New kinds of errors",
  mailsNotDelivered: "Mails not delivered",
} as const satisfies Record<keyof DigestFigures, MailMessage>;
const FIGURE_NAMES = Object.keys(FIGURES) as (keyof DigestFigures)[];

export const digest: Template<"digest"> = {
  subject: ({ since, until }, t, locale) =>
    t("Binnacle from {since} to {until}", {
      since: sayDate(locale, since),
      until: sayDate(locale, until),
    }),
  Content({ name, figures, url }) {
    const { t, locale } = useLetter();
    const { jobsFailed = 0, newErrors = 0, mailsNotDelivered = 0 } = figures;
    const opening = t("What happened since the last digest.");
    return (
      <Message
        name={name}
        opening={opening}
        footnote={t("You get this because you asked for it on your account page.")}
      >
        <Facts
          facts={FIGURE_NAMES.flatMap((figure) => {
            const value = figures[figure];
            return value === undefined ? [] : [[t(FIGURES[figure]), sayNumber(locale, value)]];
          })}
        />
        {jobsFailed + newErrors + mailsNotDelivered === 0 ? (
          <Paragraph>{t("Nothing failed.")}</Paragraph>
        ) : null}
        <Action label={t("Open Binnacle")} url={url} />
      </Message>
    );
  },
};
