import { sayTime } from "../words/text.ts";
import { Paragraph, useLetter } from "./letter.tsx";

/** How long the link of a mail lives. */
export function Until({ time }: { time: Date }) {
  const { t, locale } = useLetter();
  return (
    <Paragraph>
      {t("The link works once, until {until}.", { until: sayTime(locale, time) })}
    </Paragraph>
  );
}
