"use client";

import { Input, NativeSelect, NumberInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useId, useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./duration-input.module.css";

const UNITS = [
  { label: "days", seconds: 86_400 },
  { label: "hours", seconds: 3600 },
  { label: "minutes", seconds: 60 },
  { label: "seconds", seconds: 1 },
] as const;

interface DurationInputProps extends GetInputPropsReturnType {
  label: string;
  description?: string;
}

/** A span of time as a number and a unit; the form holds seconds. */
export function DurationInput({
  label,
  description,
  value,
  onChange,
  error,
  ...input
}: DurationInputProps) {
  const t = useText();
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const fitting = UNITS.find(({ seconds }) => Number(value) % seconds === 0)?.seconds ?? 1;
  const unit = chosen ?? fitting;
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <div className={classes.fields}>
        <NumberInput
          {...input}
          id={id}
          min={0}
          error={Boolean(error)}
          value={value === "" ? "" : Number(value) / unit}
          onChange={(amount) => onChange(amount === "" ? "" : Math.round(Number(amount) * unit))}
        />
        <NativeSelect
          aria-label={t("Unit of {label}", { label: label.toLowerCase() })}
          data={UNITS.map(({ label: name, seconds }) => ({ value: `${seconds}`, label: t(name) }))}
          value={`${unit}`}
          onChange={(event) => {
            const next = UNITS.find(({ seconds }) => `${seconds}` === event.currentTarget.value);
            if (!next) return;
            if (value !== "") onChange(Math.round((Number(value) / unit) * next.seconds));
            setChosen(next.seconds);
          }}
        />
      </div>
    </Input.Wrapper>
  );
}
