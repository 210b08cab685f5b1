"use client";

import { useHotkeys } from "@mantine/hooks";
import { Spotlight, useSpotlight } from "@mantine/spotlight";
import { useRef } from "react";
import type { Act } from "#components/palette/commands.ts";
import type { Entry } from "#components/palette/entry.ts";
import { PaletteBody } from "#components/palette/palette-body.tsx";
import { rememberRecent } from "#components/palette/recent.ts";
import { palette, paletteStore } from "#components/palette/store.ts";
import { usePerform } from "#components/palette/use-perform.tsx";
import { useViewer } from "#components/shell/viewer.tsx";
import classes from "./palette.module.css";

/** Pages, actions and people behind Ctrl K. Closing gives the focus back, and then the chosen act begins. */
export function Palette() {
  const { userId } = useViewer();
  const { opened } = useSpotlight(paletteStore);
  const { perform, dialog } = usePerform();
  const origin = useRef<Element | null>(null);
  const chosen = useRef<Act | null>(null);
  useHotkeys([["mod+K", () => toggle(opened)]], [], true);

  function choose({ id, act }: Entry) {
    rememberRecent(userId, id);
    chosen.current = act;
    palette.close();
  }

  function leave() {
    if (origin.current instanceof HTMLElement) {
      origin.current.focus({ preventScroll: true });
    }
    const act = chosen.current;
    chosen.current = null;
    if (act) {
      perform(act);
    }
  }

  return (
    <>
      <Spotlight.Root
        store={paletteStore}
        shortcut={null}
        returnFocus={false}
        size={620}
        centered={false}
        yOffset="clamp(8px, 10dvh, 120px)"
        radius="lg"
        overlayProps={{ backgroundOpacity: 0.4 }}
        transitionProps={{ transition: "fade", duration: 100 }}
        classNames={{ content: classes.content }}
        onSpotlightOpen={() => {
          origin.current = document.activeElement;
        }}
        onSpotlightClose={leave}
      >
        <PaletteBody onChoose={choose} />
      </Spotlight.Root>
      {dialog}
    </>
  );
}

/** A dialog that is open wants its answer first. */
function toggle(isOpen: boolean) {
  if (isOpen || !document.querySelector('[aria-modal="true"]')) {
    palette.toggle();
  }
}
