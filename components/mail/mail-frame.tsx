"use client";

import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./mail-frame.module.css";

const START = '<base target="_blank">';
const STYLE_ELEMENTS = /<style[\s\S]*?<\/style>/gi;

/** The mail as its reader sees it: no scripts, links open beside. The page's own style rules apply inside. */
export function MailFrame({ html }: { html: string }) {
  const t = useText();
  return (
    <iframe
      title={t("Mail as sent")}
      className={classes.frame}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={START + html.replaceAll(STYLE_ELEMENTS, "")}
    />
  );
}
