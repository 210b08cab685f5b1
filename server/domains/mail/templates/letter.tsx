import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { type ComponentProps, createContext, type ReactNode, use } from "react";
import type { Locale } from "#server/platform/locale/catalog.ts";
import { toLine } from "../to-line.ts";
import { type MailText, mailText } from "../words/text.ts";
import { DARK_STYLE, FONT, type Look } from "./look.ts";

interface Letterhead {
  locale: Locale;
  look: Look;
  subject: string;
  /** What the law of the operator's country wants to stand there, line by line. */
  legal: string;
  /** Leads to where mail of this kind is given up; absent for mail that everybody gets. */
  unsubscribeUrl?: string | undefined;
}

const LetterheadContext = createContext<Letterhead | null>(null);

/** The words and colours of the mail being written. */
export function useLetter(): Letterhead & { t: MailText } {
  const letterhead = use(LetterheadContext);
  if (!letterhead) throw new Error("There is no letter around this.");
  return { ...letterhead, t: mailText(letterhead.locale) };
}

/**
 * The one layout of our mail: tables and inline styles, since mail programs know little else, and
 * dark colours for the programs that ask for them.
 */
export function Letter({ children, ...letterhead }: Letterhead & { children: ReactNode }) {
  const { locale, look, subject } = letterhead;
  return (
    <LetterheadContext value={letterhead}>
      <Html lang={locale}>
        <Head>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{subject}</title>
          <style>{DARK_STYLE}</style>
        </Head>
        <Body className="page" style={{ margin: 0, background: look.page, padding: "40px 16px" }}>
          <Container style={{ maxWidth: 520, fontFamily: FONT }}>
            <Text
              className="title"
              data-skip-in-text="true"
              style={{ margin: "0 4px 16px", fontSize: 15, fontWeight: 600, color: look.title }}
            >
              <span className="link" style={{ color: look.accent }}>
                ◎
              </span>
              {"  Binnacle"}
            </Text>
            {children}
          </Container>
        </Body>
      </Html>
    </LetterheadContext>
  );
}

interface MessageProps {
  /** Of the reader; absent where it is not known, or could be anybody's words. */
  name?: string;
  /** The first sentence, which a list of mails shows beside the subject. */
  opening: string;
  /** Why this came, and what to do if it is a surprise. */
  footnote: string;
  children?: ReactNode;
}

/** What a mail says, from the greeting to the small print. */
export function Message({ name, opening, footnote, children }: MessageProps) {
  const { look } = useLetter();
  return (
    <>
      <Preview>{opening}</Preview>
      <Section
        className="card"
        style={{
          background: look.card,
          border: `1px solid ${look.line}`,
          borderRadius: 12,
          // Without it the corners stay square.
          borderCollapse: "separate",
          padding: 32,
        }}
      >
        <Greeting name={name} />
        <Paragraph>{opening}</Paragraph>
        {children}
      </Section>
      <Footer>{footnote}</Footer>
    </>
  );
}

function Greeting({ name }: { name: string | undefined }) {
  const { t, look } = useLetter();
  return (
    <Text
      className="title"
      style={{ margin: "0 0 16px", fontSize: 16, fontWeight: 600, color: look.title }}
    >
      {name === undefined ? t("Hello,") : t("Hello {name},", { name: toLine(name, 100) })}
    </Text>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  const { look } = useLetter();
  return (
    <Text
      className="text"
      style={{ margin: "0 0 16px", fontSize: 15, lineHeight: "23px", color: look.text }}
    >
      {children}
    </Text>
  );
}

interface ActionProps {
  label: string;
  url: string;
}

/** What to do, as a button, and its address for programs that show none. */
export function Action({ label, url }: ActionProps) {
  const { t, look } = useLetter();
  return (
    <>
      <Button
        href={url}
        style={{
          margin: "8px 0 20px",
          padding: "12px 22px",
          borderRadius: 8,
          // The same in the dark, where white on it reads as well.
          background: "#0f766e",
          color: "#ffffff",
          fontSize: 15,
          fontWeight: 600,
        }}
      >
        {label}
      </Button>
      <Quiet data-skip-in-text="true">
        {t("If the button does not work, copy this address into your browser:")}
        <br />
        <span style={{ wordBreak: "break-all", color: look.quiet }}>{url}</span>
      </Quiet>
    </>
  );
}

/** Another way, as a mere link. */
export function Alternative({ label, url }: ActionProps) {
  return (
    <Paragraph>
      <br />
      <TextLink label={label} url={url} />
    </Paragraph>
  );
}

function TextLink({ label, url }: ActionProps) {
  const { look } = useLetter();
  return (
    <Link className="link" href={url} style={{ color: look.accent, textDecoration: "underline" }}>
      {label}
    </Link>
  );
}

function Quiet({ children, ...props }: ComponentProps<typeof Text>) {
  const { look } = useLetter();
  return (
    <Text
      {...props}
      className="quiet"
      style={{ margin: "0 0 8px", fontSize: 12, lineHeight: "18px", color: look.quiet }}
    >
      {children}
    </Text>
  );
}

/** Labels and values, as a small table. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: string])[] }) {
  const { look } = useLetter();
  const label = { padding: "4px 16px 4px 0", fontSize: 13, color: look.quiet } as const;
  return (
    <table
      data-text-format="dataTable"
      cellPadding={0}
      cellSpacing={0}
      style={{ marginBottom: 16 }}
    >
      <tbody>
        {facts.map(([name, value]) => (
          <tr key={name}>
            <td className="quiet" style={{ ...label, whiteSpace: "nowrap", verticalAlign: "top" }}>
              {name}
            </td>
            <td className="text" style={{ padding: "4px 0", fontSize: 13, color: look.text }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why this came, how to get no more of it, and who sent it. */
function Footer({ children }: { children: string }) {
  const { t, legal, unsubscribeUrl } = useLetter();
  return (
    <Section style={{ padding: "20px 4px 0" }}>
      <Quiet>{children}</Quiet>
      {unsubscribeUrl ? (
        <Quiet>
          <TextLink label={t("Get no more mail of this kind")} url={unsubscribeUrl} />
        </Quiet>
      ) : null}
      {legal ? (
        <Quiet>
          {legal.split("\n").map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing else, and never change
            <span key={index}>
              {index > 0 ? <br /> : null}
              {line}
            </span>
          ))}
        </Quiet>
      ) : null}
    </Section>
  );
}
