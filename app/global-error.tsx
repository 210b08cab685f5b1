"use client";

import { useText } from "#components/i18n/text-provider.tsx";
import { LogoMark } from "#components/shell/logo.tsx";

const PAGE = {
  display: "grid",
  placeContent: "center",
  justifyItems: "center",
  gap: 12,
  minHeight: "100dvh",
  margin: 0,
  fontFamily: "system-ui, sans-serif",
} as const;

/** Stands in for the whole document, so it leans on nothing that may have failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const t = useText();
  return (
    <html lang="en">
      <body style={PAGE}>
        <title>{t("Something went wrong · Binnacle")}</title>
        <LogoMark sizePx={40} />
        <h1>{t("Something went wrong")}</h1>
        <p>
          The page could not be shown.{" "}
          {error.digest && t("Its number in the log: {digest}.", { digest: error.digest })}
        </p>
        <a href="/">{t("Start again")}</a>
      </body>
    </html>
  );
}
