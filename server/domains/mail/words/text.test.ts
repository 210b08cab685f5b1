import { expect, test } from "vitest";
import { createMessages } from "#server/platform/locale/message.ts";
import { de } from "./de.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { type MailMessage, mailText } from "./text.ts";

/** One that lacks a text does not compile. */
const CATALOGUES: Record<string, Record<MailMessage, string>> = { de, fr, ja };

test.each(Object.entries(CATALOGUES))("%s has every text, and no others", (_, catalogue) => {
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys(de).sort());
  expect(Object.values(catalogue)).not.toContain("");
});

test("a text that the German catalogue lacks does not compile", () => {
  // @ts-expect-error
  expect(mailText("de")("Nobody has translated this")).toBe("Nobody has translated this");
});

test("a catalogue that lacks a text of the German one does not compile", () => {
  const { From: _, ...short } = de;
  // @ts-expect-error
  const french: typeof fr = short;
  expect(createMessages("fr", french).find("From")).toBe("From");
  // @ts-expect-error
  const japanese: typeof ja = short;
  expect(createMessages("ja", japanese).find("From")).toBe("From");
});

test("a text without the values that it asks for does not compile", () => {
  // @ts-expect-error
  expect(mailText("de")("Hello {name},")).toBe("Guten Tag {name},");
});
