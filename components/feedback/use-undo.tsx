"use client";

import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { type ReactNode, useState } from "react";
import { Said } from "#components/i18n/said.tsx";

const UNDO_MS = 20_000;

interface DoneThing {
  /** "3 users suspended." */
  title: string;
  details?: ReactNode;
  isPartial?: boolean;
  /** Null when there is nothing to take back. */
  undo: (() => void) | null;
}

/** Tells what was done; the button in the message takes it back, and so does Ctrl Z until the next thing is done. */
export function useUndo() {
  const [undo, setUndo] = useState<(() => void) | null>(null);
  useHotkeys([["mod+Z", () => undo?.()]]);

  function tell({ title, details, isPartial = false, undo: back }: DoneThing) {
    const id = `undo-${Date.now()}`;
    const takeBack = () => {
      notifications.hide(id);
      setUndo(null);
      back?.();
    };
    setUndo(() => back && takeBack);
    notifications.show({
      id,
      color: isPartial ? "orange" : "verdigris",
      autoClose: UNDO_MS,
      title,
      message: (
        <>
          {details}
          {back && (
            <Button size="compact-xs" variant="subtle" onClick={takeBack}>
              <Said message="Undo" />
            </Button>
          )}
        </>
      ),
    });
  }

  return { tell, forget: () => setUndo(null) };
}
