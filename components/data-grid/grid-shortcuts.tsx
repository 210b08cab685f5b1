"use client";

import { ActionIcon, Kbd, Modal } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconKeyboard } from "@tabler/icons-react";
import type { RefObject } from "react";
import type { GridPage } from "#components/data-grid/data-grid.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./grid-shortcuts.module.css";

const SHORTCUTS: readonly (readonly [keys: readonly string[], does: PlainMessage])[] = [
  [["/"], "Search"],
  [["f"], "Filter"],
  [["↑", "↓"], "Move through the rows (also Home, End, Page keys)"],
  [["Space"], "Choose the row"],
  [["Shift", "↓"], "Choose further rows"],
  [["Ctrl", "A"], "Choose all rows of the page"],
  [["Esc"], "Choose none"],
  [["Enter"], "Open the row"],
  [["n"], "Next page"],
  [["p"], "Previous page"],
  [["r"], "To the rows"],
  [["?"], "This sheet"],
];

interface GridShortcutsProps {
  frame: RefObject<HTMLElement | null>;
  page: GridPage<unknown> | undefined;
  onGo: (cursor: string) => void;
}

/** Keys that work wherever nobody is typing, and the sheet that lists them. */
export function GridShortcuts({ frame, page, onGo }: GridShortcutsProps) {
  const t = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  const focus = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)?.focus();
  const go = (cursor: string | null | undefined) => cursor && onGo(cursor);
  useHotkeys([
    ["/", () => focus("input[type=search]")],
    ["f", () => frame.current?.querySelector<HTMLElement>("[data-shortcut=filter]")?.click()],
    ["r", () => focus("tr[tabindex='0']")],
    ["n", () => go(page?.nextCursor)],
    ["p", () => go(page?.previousCursor)],
    ["?", open],
    ["shift+?", open],
  ]);
  return (
    <>
      <ActionIcon
        size={36}
        variant="default"
        visibleFrom="sm"
        aria-label={t("Keyboard shortcuts")}
        onClick={open}
      >
        <IconKeyboard size={17} stroke={1.6} />
      </ActionIcon>
      <Modal opened={isOpen} onClose={close} title={t("Keyboard shortcuts")}>
        <dl className={classes.sheet}>
          {SHORTCUTS.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
