"use client";

import { PasswordInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useText } from "#components/i18n/text-provider.tsx";

interface CurrentPasswordInputProps {
  /** What the form hands to an input. */
  input: GetInputPropsReturnType;
  /** Takes the focus when the form opens. */
  isFirst?: boolean;
}

export function CurrentPasswordInput({ input, isFirst }: CurrentPasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      label={t("Current password")}
      withAsterisk
      autoComplete="current-password"
      data-autofocus={isFirst || undefined}
      aria-invalid={Boolean(input.error)}
      {...input}
    />
  );
}
