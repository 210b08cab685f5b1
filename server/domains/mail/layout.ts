import { type Html, html } from "./html.ts";

interface Action {
  label: string;
  url: string;
}

export interface Letter {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  action?: Action;
  /** Another way, shown as a mere link. */
  alternative?: Action;
  /** Label and value pairs, shown as a small table. */
  facts?: readonly (readonly [label: string, value: string])[];
  /** Smaller, after everything else: why this came and what to do if it is a surprise. */
  footnote: string;
}

const ACCENT = "#0f766e";
const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * The one layout of our mail: tables and inline styles, since mail programs know little else, and
 * colours that survive a program that inverts them for dark mode.
 */
export function renderHtml(letter: Letter): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title>
<style>
@media (prefers-color-scheme: dark) {
  .page { background: #111716 !important; }
  .card { background: #1b2322 !important; border-color: #2f3a38 !important; }
  .text { color: #e7edec !important; }
  .quiet { color: #9fb0ad !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f6f5;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f3f6f5;">
<tr><td align="center" style="padding:40px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;font-family:${FONT};">
<tr><td class="text" style="padding:0 4px 16px;font-size:15px;font-weight:600;letter-spacing:.01em;color:#16302d;">
<span style="color:${ACCENT};">&#9678;</span>&nbsp; Binnacle
</td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #dbe4e2;border-radius:12px;padding:32px;">
<p class="text" style="margin:0 0 16px;font-size:16px;line-height:24px;font-weight:600;color:#16302d;">${letter.greeting}</p>
${letter.paragraphs.map(paragraph)}
${letter.facts ? factsTable(letter.facts) : ""}
${letter.action ? button(letter.action) : ""}
${letter.alternative ? link(letter.alternative) : ""}
</td></tr>
<tr><td class="quiet" style="padding:20px 4px 0;font-size:12px;line-height:18px;color:#5d706d;">${letter.footnote}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.html;
}

function paragraph(text: string): Html {
  return html`<p class="text" style="margin:0 0 16px;font-size:15px;line-height:23px;color:#2b3f3c;">${text}</p>
`;
}

function button({ label, url }: Action): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 20px;"><tr>
<td style="border-radius:8px;background:${ACCENT};"><a href="${url}" style="display:inline-block;padding:12px 22px;font-size:15px;font-weight:600;color:#ffffff;text-decoration:none;">${label}</a></td>
</tr></table>
<p class="quiet" style="margin:0;font-size:12px;line-height:18px;color:#5d706d;">If the button does not work, copy this address into your browser:<br><span style="word-break:break-all;">${url}</span></p>`;
}

function link({ label, url }: Action): Html {
  return html`<p class="text" style="margin:20px 0 0;font-size:15px;line-height:23px;color:#2b3f3c;"><a href="${url}" style="color:${ACCENT};">${label}</a></p>`;
}

function factsTable(facts: NonNullable<Letter["facts"]>): Html {
  const rows = facts.map(
    ([label, value]) => html`<tr>
<td class="quiet" style="padding:4px 16px 4px 0;font-size:13px;color:#5d706d;white-space:nowrap;">${label}</td>
<td class="text" style="padding:4px 0;font-size:13px;color:#2b3f3c;">${value}</td>
</tr>
`,
  );
  return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px;">${rows}</table>`;
}

/** The same letter for programs and people that prefer plain text. */
export function renderText(letter: Letter): string {
  const facts = (letter.facts ?? []).map(([label, value]) => `${label}: ${value}`);
  const links = [letter.action, letter.alternative]
    .filter((action) => action !== undefined)
    .map(({ label, url }) => `${label}:\n${url}`);
  const blocks = [letter.greeting, ...letter.paragraphs, facts.join("\n"), ...links];
  return `${blocks.filter(Boolean).join("\n\n")}\n\n--\n${letter.footnote}\n`;
}
