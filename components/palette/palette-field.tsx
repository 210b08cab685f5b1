"use client";

import { IconSearch } from "@tabler/icons-react";
import { useText } from "#components/i18n/text-provider.tsx";
import { palette } from "#components/palette/store.ts";
import { useHydrated } from "#components/shell/use-hydrated.ts";
import classes from "./palette-field.module.css";

/** Looks like the search field that it opens, and says which keys do the same. */
export function PaletteField() {
  const t = useText();
  return (
    <button
      type="button"
      className={classes.field}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={palette.open}
    >
      <IconSearch size={16} stroke={1.7} aria-hidden="true" />
      <span>{t("Search")}</span>
      <Shortcut />
    </button>
  );
}

const CONTROL_K = "Ctrl K";

/** Only the browser knows its keyboard. */
function Shortcut() {
  const isApple = useHydrated() && /Mac|iPhone|iPad/.test(navigator.platform);
  return (
    <span className={classes.keys} aria-hidden="true">
      {isApple ? "⌘ K" : CONTROL_K}
    </span>
  );
}
