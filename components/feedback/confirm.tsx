import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";

interface Confirmation {
  title: string;
  /** What will happen, in a sentence. */
  consequence: string;
  /** The verb on the button. */
  action: string;
  isDangerous?: boolean;
  onConfirm: () => void;
}

/** Asks before something that other people feel. */
export function confirm({ title, consequence, action, isDangerous, onConfirm }: Confirmation) {
  modals.openConfirmModal({
    title,
    children: (
      <Text size="sm" c="dimmed">
        {consequence}
      </Text>
    ),
    labels: { confirm: action, cancel: "Cancel" },
    confirmProps: { color: isDangerous ? "red" : undefined },
    onConfirm,
  });
}
