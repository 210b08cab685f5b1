import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { ReactNode } from "react";
import { Said } from "#components/i18n/said.tsx";

interface Confirmation {
  title: string;
  /** What will happen, in a sentence. */
  consequence: string;
  /** What it is about, below that. */
  details?: ReactNode;
  /** The verb on the button. */
  action: string;
  isDangerous?: boolean;
  onConfirm: () => void;
}

/** Asks before something that other people feel. */
export function confirm({ details, ...confirmation }: Confirmation) {
  const { title, consequence, action, isDangerous, onConfirm } = confirmation;
  modals.openConfirmModal({
    title,
    children: (
      <>
        <Text size="sm" c="dimmed">
          {consequence}
        </Text>
        {details}
      </>
    ),
    labels: { confirm: action, cancel: <Said message="Cancel" /> },
    confirmProps: { color: isDangerous ? "red" : undefined },
    onConfirm,
  });
}
