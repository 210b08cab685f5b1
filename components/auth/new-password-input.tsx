"use client";

import { PasswordInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { PasswordStrength } from "#components/auth/password-strength.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { PASSWORD_MIN_LENGTH } from "#server/domains/auth/schema.ts";

interface NewPasswordInputProps {
  label: string;
  /** What the form hands to an input. */
  input: GetInputPropsReturnType;
}

export function NewPasswordInput({ label, input }: NewPasswordInputProps) {
  const t = useText();
  return (
    <div>
      <PasswordInput
        label={label}
        withAsterisk
        autoComplete="new-password"
        description={t("At least {count} characters. A few unrelated words do well.", {
          count: PASSWORD_MIN_LENGTH,
        })}
        aria-invalid={Boolean(input.error)}
        {...input}
      />
      <PasswordStrength password={String(input.value ?? "")} />
    </div>
  );
}
