import { Pill, type Tone } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { JOB_STATES, type JobState as State } from "#server/domains/jobs/list/schema.ts";

const TONES: Record<State, Tone> = {
  created: "neutral",
  retry: "amber",
  active: "accent",
  completed: "green",
  failed: "red",
  cancelled: "neutral",
};

/** It changes only when somebody tries it again or deletes it. */
export const isOver = (state: State): boolean =>
  state === "completed" || state === "failed" || state === "cancelled";

export function JobState({ state }: { state: State }) {
  const t = useText();
  return (
    <Pill tone={TONES[state]} withDot>
      {t.known(JOB_STATES[state])}
    </Pill>
  );
}
