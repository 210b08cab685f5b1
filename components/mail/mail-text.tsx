import classes from "./mail-text.module.css";

interface MailTextProps {
  text: string;
  /** Where it is known not to be that of the page. */
  lang?: string;
}

/** The mail as programs and people see it that prefer plain text. */
export function MailText({ text, lang }: MailTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <pre className={classes.text} lang={lang} tabIndex={0}>
      {text}
    </pre>
  );
}
