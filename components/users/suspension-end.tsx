"use client";

import { Input, NativeSelect } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useId, useState } from "react";
import { TimeInput } from "#components/form/time-input.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import classes from "./suspension-end.module.css";

const DAY_MS = 86_400_000;
const NEVER = "never";
const AT_TIME = "time";
const CHOICES = [
  { value: NEVER, label: "When somebody reinstates them" },
  { value: "1", label: "In 1 day" },
  { value: "7", label: "In 1 week" },
  { value: "30", label: "In 30 days" },
  { value: AT_TIME, label: "At a time of your choice" },
] as const satisfies { value: string; label: PlainMessage }[];

/** When a suspension ends; takes what the form hands to an input, and holds a date or nothing. */
export function SuspensionEnd({ value, onChange, error, ...input }: GetInputPropsReturnType) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const [choice, setChoice] = useState(value instanceof Date ? AT_TIME : NEVER);

  function choose(next: string) {
    setChoice(next);
    const days = Number(next);
    onChange(days > 0 ? new Date(Date.now() + days * DAY_MS) : undefined);
  }

  return (
    <Input.Wrapper
      id={id}
      label={t("Ends")}
      error={error}
      description={value instanceof Date ? format.instant(value) : t("No end")}
      inputWrapperOrder={["label", "input", "description", "error"]}
      descriptionProps={{ mt: 4 }}
    >
      <div className={classes.fields}>
        <NativeSelect
          {...input}
          id={id}
          data={CHOICES.map(({ value: when, label }) => ({ value: when, label: t(label) }))}
          value={choice}
          error={Boolean(error)}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
        {choice === AT_TIME && (
          <TimeInput
            aria-label={t("Time of the end")}
            required
            value={value}
            error={Boolean(error)}
            onChange={onChange}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}
