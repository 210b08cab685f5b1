import { Pill, type Tone } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { ERROR_STATUSES, type ErrorStatus as Status } from "#server/domains/errors/schema.ts";

const TONES: Record<Status, Tone> = { open: "red", resolved: "green", ignored: "neutral" };

export function ErrorStatus({ status }: { status: Status }) {
  const t = useText();
  return (
    <Pill tone={TONES[status]} withDot>
      {t.known(ERROR_STATUSES[status])}
    </Pill>
  );
}
