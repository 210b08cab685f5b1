import { Pill, type Tone } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { MAIL_STATUSES, type MailStatus } from "#server/domains/mail/catalog.ts";

const TONES: Record<MailStatus, Tone> = {
  kept: "neutral",
  queued: "amber",
  sent: "accent",
  delivered: "green",
  bounced: "red",
  complained: "red",
  failed: "red",
  suppressed: "neutral",
};

export function MailState({ status }: { status: MailStatus }) {
  const t = useText();
  return (
    <Pill tone={TONES[status]} withDot>
      {t.known(MAIL_STATUSES[status])}
    </Pill>
  );
}
