"use client";

import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { useHydrated } from "#components/shell/use-hydrated.ts";

const PAUSE_MS = 250;

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

/**
 * Reports after a pause in typing, so that not every letter is a query. Takes no input before the
 * browser runs our code: it would be lost.
 */
export function SearchField({ label, placeholder, value, onChange, className }: SearchFieldProps) {
  const t = useText();
  const [draft, setDraft] = useState(value);
  const [reported, setReported] = useState(value);
  const isHydrated = useHydrated();
  const report = useDebouncedCallback(onChange, PAUSE_MS);
  if (value !== reported) {
    setReported(value);
    setDraft(value);
  }

  function change(text: string) {
    setDraft(text);
    report(text);
  }

  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={draft}
      readOnly={!isHydrated}
      className={className}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      rightSection={
        draft ? (
          <CloseButton size="sm" aria-label={t("Clear search")} onClick={() => change("")} />
        ) : null
      }
    />
  );
}
