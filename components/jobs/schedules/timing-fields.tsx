"use client";

import { SegmentedControl, Select, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { DurationInput } from "#components/form/duration-input.tsx";
import { TimeInput } from "#components/form/time-input.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Schedule } from "#server/domains/jobs/schedules/schema.ts";

type Timing = Schedule["timing"];

const DAY_MS = 86_400_000;

interface TimingFieldsProps {
  timing: Timing;
  onChange: (timing: Timing) => void;
  /** The form's, of a path: `timing.cron`. */
  inputOf: (path: string) => GetInputPropsReturnType;
}

/** Cron with a time zone, an interval, or one time. */
export function TimingFields({ timing, onChange, inputOf }: TimingFieldsProps) {
  const t = useText();
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t("When")}
        value={timing.kind}
        data={[
          { value: "cron", label: t("By the clock") },
          { value: "interval", label: t("At intervals") },
          { value: "once", label: t("Once") },
        ]}
        onChange={(kind) => onChange(firstOf(kind as Timing["kind"]))}
      />
      {timing.kind === "cron" && <CronFields inputOf={inputOf} />}
      {timing.kind === "interval" && (
        <DurationInput label={t("Every")} {...inputOf("timing.everySeconds")} />
      )}
      {timing.kind === "once" && <TimeInput label={t("Time")} {...inputOf("timing.at")} />}
    </>
  );
}

function CronFields({ inputOf }: Pick<TimingFieldsProps, "inputOf">) {
  const t = useText();
  return (
    <>
      <TextInput
        label={t("Cron expression")}
        description={t("Minute, hour, day, month, weekday. 30 6 * * 1-5 is 6:30 on workdays.")}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        {...inputOf("timing.cron")}
      />
      <Select
        label={t("Time zone")}
        searchable
        limit={100}
        data={["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]}
        {...inputOf("timing.timeZone")}
      />
    </>
  );
}

function firstOf(kind: Timing["kind"]): Timing {
  switch (kind) {
    case "cron":
      return { kind, cron: "0 6 * * *", timeZone: ownTimeZone() };
    case "interval":
      return { kind, everySeconds: 3600 };
    case "once":
      return { kind, at: new Date(Date.now() + DAY_MS) };
  }
}

/** Of whoever sits there. */
export const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
