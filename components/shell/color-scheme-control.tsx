"use client";

import { SegmentedControl } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import { COLOR_SCHEMES, useColorScheme } from "#components/shell/color-scheme.ts";
import classes from "./color-scheme-control.module.css";

export function ColorSchemeControl() {
  const t = useText();
  const { colorScheme, setColorScheme } = useColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t("Colour scheme")}
      value={colorScheme}
      onChange={setColorScheme}
      data={COLOR_SCHEMES.map(({ value, label, icon: Icon }) => ({
        value,
        label: (
          <span className={classes.label}>
            <Icon size={14} stroke={1.7} aria-hidden="true" />
            {t(label)}
          </span>
        ),
      }))}
    />
  );
}
