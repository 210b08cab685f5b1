"use client";

import { PasswordInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { PasswordStrength } from "#components/auth/password-strength.tsx";
import { PASSWORD_MIN_LENGTH } from "#server/domains/auth/schema.ts";

interface NewPasswordInputProps {
  label: string;
  /** What the form hands to an input. */
  input: GetInputPropsReturnType;
}

export function NewPasswordInput({ label, input }: NewPasswordInputProps) {
  return (
    <div>
      <PasswordInput
        label={label}
        withAsterisk
        autoComplete="new-password"
        description={`At least ${PASSWORD_MIN_LENGTH} characters. A few unrelated words do well.`}
        aria-invalid={Boolean(input.error)}
        {...input}
      />
      <PasswordStrength password={String(input.value ?? "")} />
    </div>
  );
}
