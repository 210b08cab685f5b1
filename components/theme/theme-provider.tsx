"use client";

import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { type ReactNode, useState } from "react";
import { cssVariables } from "#components/theme/palette.ts";
import { theme } from "#components/theme/theme.ts";

interface ThemeProviderProps {
  nonce: string;
  children: ReactNode;
}

/**
 * A document keeps the nonce it was loaded with: a later refresh of the layout brings another one,
 * which the browser would refuse.
 */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  const [documentNonce] = useState(() => shareNonce(nonce));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => documentNonce}
    >
      <ModalsProvider labels={{ confirm: "Confirm", cancel: "Cancel" }}>{children}</ModalsProvider>
      <Notifications position="bottom-right" containerWidth={380} autoClose={6000} />
    </MantineProvider>
  );
}

/** The scroll lock behind modals adds a style element and reads its nonce from this global. */
function shareNonce(nonce: string): string {
  if (typeof window !== "undefined") {
    Object.assign(window, { __webpack_nonce__: nonce });
  }
  return nonce;
}
