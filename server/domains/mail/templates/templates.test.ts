import { describe, expect, test } from "vitest";
import { LOCALES } from "#server/platform/locale/catalog.ts";
import { MAIL_TEMPLATES, type MailTemplate } from "../catalog.ts";
import { sampleContents } from "../preview/samples.ts";
import type { Mailing } from "./content.ts";
import { LOOKS } from "./look.ts";
import { writeMail } from "./render.tsx";

const NAMES = Object.keys(MAIL_TEMPLATES) as MailTemplate[];
const samples = sampleContents({
  now: new Date("2026-03-01T12:00:00Z"),
  publicUrl: "https://admin.example.com",
  name: "Ada Lovelace",
});
const mailing = (template: MailTemplate) =>
  ({ template, to: "ada@example.com", ...samples[template] }) as Mailing;
const LETTERHEAD = { locale: "en", legal: "" } as const;

describe.each(NAMES)("%s", (template) => {
  test.each(LOCALES)("in %s is whole as HTML and as text", async (locale) => {
    const { subject, html, text } = await writeMail(mailing(template), { locale, legal: "" });
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).not.toContain("<script");
    for (const said of [subject, html, text]) {
      expect(said).not.toMatch(/undefined|NaN|\[object|\{\w+[,}]/);
    }
    expect(text).not.toMatch(/<\/?\w+|&(?:amp|lt|nbsp);/);
    expect(text).not.toContain("[https://");
    expect(subject).not.toBe("");
  });

  test("says something else in every language, with the same links", async () => {
    const written = await Promise.all(
      LOCALES.map((locale) => writeMail(mailing(template), { locale, legal: "" })),
    );
    expect(new Set(written.map(({ text }) => text)).size).toBe(LOCALES.length);
    expect(new Set(written.map(({ subject }) => subject)).size).toBe(LOCALES.length);
    const links = written.map(({ html }) => html.match(/href="[^"]+"/g)?.join(" "));
    expect(new Set(links).size).toBe(1);
  });
});

test("Japanese mail is Japanese: words, date and number", async () => {
  const { subject, text } = await writeMail(mailing("digest"), { locale: "ja", legal: "" });
  expect(subject).toBe("Binnacle：2026年2月22日 から 2026年3月1日 まで");
  expect(text).toContain("Ada Lovelace 様");
  expect(text).toMatch(/完了したジョブ\s+15,204/);
});

test("text is for reading: facts in columns, the address of each link after its words", async () => {
  const { text } = await writeMail(mailing("new-sign-in"), LETTERHEAD);
  expect(text).toMatch(/^Hello Ada Lovelace,\n/);
  expect(text).toMatch(/^Device +Firefox on Linux$/m);
  expect(text).toMatch(/^When +1 March 2026 at 12:00 UTC$/m);
  expect(text).toContain("Look at your sessions https://admin.example.com/account");
});

test.each([
  ["de", { program: "Firefox", os: "Windows" }, "Firefox unter Windows"],
  ["fr", { program: "Firefox", os: "Windows" }, "Firefox sous Windows"],
  ["ja", { program: "Firefox", os: "Windows" }, "Windows の Firefox"],
  ["de", { program: "curl", os: null }, "curl"],
  ["en", { program: null, os: null }, "Unknown device"],
  ["ja", { program: null, os: null }, "不明なデバイス"],
] as const)("in %s the device %j is %s", async (locale, device, said) => {
  const told = { ...mailing("new-sign-in"), device } as Mailing;
  const { text } = await writeMail(told, { ...LETTERHEAD, locale });
  expect(text).toMatch(new RegExp(`  ${said}$`, "m"));
});

test("nobody's words go to an address that is not proved to be theirs", async () => {
  const { html } = await writeMail(mailing("email-change-new"), LETTERHEAD);
  expect(html).not.toContain("Ada Lovelace");
});

test("the dark preview has the colours that the style sheet of every mail asks for", async () => {
  const light = await writeMail(mailing("welcome"), LETTERHEAD);
  const dark = await writeMail(mailing("welcome"), { ...LETTERHEAD, scheme: "dark" });
  expect(light.html).toContain(`background:${LOOKS.light.card}`);
  expect(light.html).toContain(`.card { background: ${LOOKS.dark.card} !important`);
  expect(dark.html).toContain(`background:${LOOKS.dark.card}`);
  expect(dark.html).not.toContain(`background:${LOOKS.light.card}`);
});

test("the legal footer stands line by line, as text and not as HTML", async () => {
  const legal = "Example GmbH <b>\nMusterweg 1, Berlin";
  const { html, text } = await writeMail(mailing("welcome"), { ...LETTERHEAD, legal });
  expect(html).toContain("Example GmbH &lt;b&gt;");
  expect(text).toContain("Example GmbH <b>\nMusterweg 1, Berlin");
});

test("a way out stands below mail that has one", async () => {
  const unsubscribeUrl = "https://admin.example.com/unsubscribe?token=abc";
  const { text } = await writeMail(mailing("digest"), { ...LETTERHEAD, unsubscribeUrl });
  expect(text).toContain(`Get no more mail of this kind ${unsubscribeUrl}`);
});
