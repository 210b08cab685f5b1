"use client";

import { Input, NativeSelect, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useId, useState } from "react";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import classes from "./suspension-end.module.css";

const MINUTE_MS = 60_000;
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
  const [typed, setTyped] = useState(value instanceof Date ? toLocalTime(value) : "");

  function choose(next: string) {
    setChoice(next);
    setTyped("");
    const days = Number(next);
    onChange(days > 0 ? new Date(Date.now() + days * DAY_MS) : undefined);
  }

  function type(text: string) {
    setTyped(text);
    const date = new Date(text);
    onChange(Number.isNaN(date.getTime()) ? undefined : date);
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
          <TextInput
            type="datetime-local"
            aria-label={t("Time of the end")}
            required
            value={typed}
            error={Boolean(error)}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}

/** As the browser's input takes it: to the minute, in the clock of whoever sits there. */
function toLocalTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS);
  return local.toISOString().slice(0, "YYYY-MM-DDTHH:mm".length);
}
