"use client";

import { Button, Group } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";

interface FormActionsProps {
  /** The verb on the button. */
  submit: string;
  isSaving: boolean;
  isDangerous?: boolean;
  onCancel?: () => void;
}

export function FormActions({ submit, isSaving, isDangerous, onCancel }: FormActionsProps) {
  const t = useText();
  return (
    <Group justify={onCancel ? "flex-end" : "flex-start"} gap="xs" mt={4}>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t("Cancel")}
        </Button>
      )}
      <Button type="submit" loading={isSaving} color={isDangerous ? "red" : undefined}>
        {submit}
      </Button>
    </Group>
  );
}
