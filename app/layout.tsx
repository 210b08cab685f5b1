import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { readLocale } from "#components/i18n/page-text.ts";
import { TextProvider } from "#components/i18n/text-provider.tsx";
import { ThemeProvider } from "#components/theme/theme-provider.tsx";
import { ClockProvider } from "#components/time/clock.tsx";
import { DataProvider } from "#components/trpc/provider.tsx";
import "#components/theme/global.css";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "@mantine/core/styles.layer.css";
import "@mantine/charts/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";

export const metadata: Metadata = {
  description: "The admin back end that a team runs instead of writing.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#10151a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await readLocale();
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
      </head>
      <body>
        <TextProvider locale={locale}>
          <ClockProvider nowMs={Date.now()}>
            <DataProvider>
              <NuqsAdapter>
                <ThemeProvider nonce={nonce}>{children}</ThemeProvider>
              </NuqsAdapter>
            </DataProvider>
          </ClockProvider>
        </TextProvider>
      </body>
    </html>
  );
}
