"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useState } from "react";

const MINUTE_MS = 60_000;

type TimeInputProps = Omit<TextInputProps, "value" | "onChange" | "type"> & GetInputPropsReturnType;

/** To the minute, in the clock of whoever sits there; the form holds a `Date`, or nothing. */
export function TimeInput({ value, onChange, ...input }: TimeInputProps) {
  const [typed, setTyped] = useState(value instanceof Date ? toLocalTime(value) : "");
  return (
    <TextInput
      {...input}
      type="datetime-local"
      value={typed}
      onChange={({ currentTarget }) => {
        const date = new Date(currentTarget.value);
        setTyped(currentTarget.value);
        onChange(Number.isNaN(date.getTime()) ? undefined : date);
      }}
    />
  );
}

/** As the browser's input takes it. */
function toLocalTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS);
  return local.toISOString().slice(0, "YYYY-MM-DDTHH:mm".length);
}
