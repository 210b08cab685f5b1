"use client";

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
  return (
    <html lang="en">
      <body style={PAGE}>
        <title>Something went wrong · Binnacle</title>
        <LogoMark sizePx={40} />
        <h1>Something went wrong</h1>
        <p>
          The page could not be shown. {error.digest && `Its number in the log: ${error.digest}.`}
        </p>
        <a href="/">Start again</a>
      </body>
    </html>
  );
}
