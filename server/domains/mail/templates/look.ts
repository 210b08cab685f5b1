/** Where a mail is read: programs that know the reader's wish are told both, a preview shows one. */
export const LOOKS = {
  light: {
    page: "#f3f6f5",
    card: "#ffffff",
    line: "#dbe4e2",
    title: "#16302d",
    text: "#2b3f3c",
    quiet: "#5d706d",
    accent: "#0f766e",
  },
  dark: {
    page: "#111716",
    card: "#1b2322",
    line: "#2f3a38",
    title: "#e7edec",
    text: "#e7edec",
    quiet: "#9fb0ad",
    accent: "#2dd4bf",
  },
} as const;

export type Look = Record<keyof (typeof LOOKS)["light"], string>;

/** The fonts of the reader's system, for Japanese too. */
export const FONT =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,'Hiragino Sans','Noto Sans JP',sans-serif";

const { page, card, line, title, text, quiet, accent } = LOOKS.dark;

/** Inline styles win, so each of these has to insist. */
export const DARK_STYLE = `@media (prefers-color-scheme: dark) {
  .page { background: ${page} !important; }
  .card { background: ${card} !important; border-color: ${line} !important; }
  .title { color: ${title} !important; }
  .text { color: ${text} !important; }
  .quiet { color: ${quiet} !important; }
  .link { color: ${accent} !important; }
}`;
