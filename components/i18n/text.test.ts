import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { negotiateLocale } from "#server/platform/locale/negotiate.ts";
import { de } from "./de/index.ts";
import { fr } from "./fr/index.ts";
import { ja } from "./ja/index.ts";
import { type Catalogue, createText } from "./text.ts";

const CATALOGUES: Record<string, Catalogue> = { de, fr, ja };

/** The values and tags that a text asks for, in any order; a text that is no ICU message throws. */
function placeholdersOf(text: string): string[] {
  const names = new Set<string>();
  JSON.stringify(new IntlMessageFormat(text).getAst(), (key, value) => {
    // Types 0 and 7 are plain words and the number of a plural.
    if (typeof value?.value === "string" && value.type !== 0) names.add(value.value);
    return key === "location" ? undefined : value;
  });
  return [...names].sort();
}

test.each(Object.entries(CATALOGUES))(
  "every text in %s asks for the values of the English",
  (_, catalogue) => {
    const different = Object.entries(catalogue).filter(
      ([english, text]) => `${placeholdersOf(english)}` !== `${placeholdersOf(text)}`,
    );
    expect(different).toEqual([]);
    expect(Object.values(catalogue)).not.toContain("");
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(de).sort());
  },
);

test("an English text is its own key, without what tells two meanings apart", () => {
  expect(createText("en")("Sign in")).toBe("Sign in");
  expect(createText("en").known("verb|Open")).toBe("verb|Open");
});

test("a text that the German catalogue lacks does not compile", () => {
  const text = createText("de", de);
  // @ts-expect-error
  expect(text("Nobody has translated this")).toBe("Nobody has translated this");
  // @ts-expect-error
  expect(text.rich("Nobody has translated this", {})).toEqual(["Nobody has translated this"]);
});

test("a catalogue that lacks a text of the German one does not compile", () => {
  const { Password: _, ...short } = de;
  // @ts-expect-error
  expect(createText("de", short)("Password")).toBe("Password");
  // @ts-expect-error
  const french: typeof fr = short;
  expect(createText("fr", french)("Password")).toBe("Password");
  // @ts-expect-error
  const japanese: typeof ja = short;
  expect(createText("ja", japanese)("Password")).toBe("Password");
});

test("what comes in English from elsewhere is translated where the catalogue has it", () => {
  const text = createText("de", de);
  expect(text.known("Password")).toBe("Passwort");
  expect(text.known("Something new")).toBe("Something new");
});

test.each([
  ["Ada is locked out", "Ada ist ausgesperrt"],
  ["constructor", "constructor"],
  ["1 invitation has expired", "1 Einladung ist abgelaufen"],
  ["1,234 invitations have expired", "1.234 Einladungen sind abgelaufen"],
  ["More than 1,000 invitations have expired", "Mehr als 1.000 Einladungen sind abgelaufen"],
  ["2 of 3 not used; the primary answers instead.", /^2 von 3 nicht genutzt; /],
  [
    "Support allows it, only for oneself, only on Mon, Tue 09:00 to 17:00 (Europe/Berlin)",
    "Support erlaubt es, nur für sich selbst, nur Mo, Di von 09:00 bis 17:00 (Europe/Berlin)",
  ],
  ["<b>{count} is locked out</b> is locked out", "<b>{count} is locked out</b> ist ausgesperrt"],
])("the dashboard knows what the server says with values in it: %s", (english, german) => {
  expect(createText("de", de).known(english)).toMatch(german);
});

test.each([
  [null, "en"],
  ["de-AT,de;q=0.9,en;q=0.5", "de"],
  ["nl, fr-CA;q=0.8, de;q=0.9", "de"],
  ["ja;q=0, fr", "fr"],
  ["*", "en"],
  ["de;q=x, ja", "ja"],
  [";;;,=", "en"],
])("a browser that asks for %j gets %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});
