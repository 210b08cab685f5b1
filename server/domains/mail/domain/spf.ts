import { readTexts, type TxtResolver } from "./lookup.ts";
import type { DnsFinding } from "./schema.ts";

/** RFC 7208, section 4.6.4. */
const MAX_LOOKUPS = 10;
const LOOKS_UP = /^[+?~-]?(?:include:|exists:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr(?::|$))/i;
const LEADS_TO = /^[+?~-]?(?:include:|redirect=)(.+)$/i;
const ALL = /^([+?~-]?)all$/i;

const isSpf = (text: string) => /^v=spf1(?: |$)/i.test(text);
const termsOf = (text: string) => text.split(/ +/).slice(1).filter(Boolean);

export async function checkSpf(
  resolver: TxtResolver,
  name: string,
): Promise<{ finding: DnsFinding; values: string[] }> {
  const values = (await readTexts(resolver, name)).filter(isSpf);
  const [text] = values;
  if (text === undefined) return { finding: "spf-missing", values };
  if (values.length > 1) return { finding: "spf-several", values };
  const lookups = await countLookups(resolver, text, 0);
  return { finding: lookups > MAX_LOOKUPS ? "spf-too-deep" : judge(termsOf(text)), values };
}

/** Stops as soon as it is too many, which also ends what leads to itself. */
async function countLookups(resolver: TxtResolver, text: string, before: number): Promise<number> {
  let count = before;
  for (const term of termsOf(text)) {
    if (LOOKS_UP.test(term) || /^redirect=/i.test(term)) count++;
    if (count > MAX_LOOKUPS) return count;
    const next = LEADS_TO.exec(term)?.[1];
    // A name with macros depends on the mail.
    if (!next || next.includes("%")) continue;
    const found = (await readTexts(resolver, next)).find(isSpf);
    if (found) count = await countLookups(resolver, found, count);
  }
  return count;
}

function judge(terms: readonly string[]): DnsFinding {
  const all = terms.map((term) => ALL.exec(term)?.[1]).find((sign) => sign !== undefined);
  if (all === "" || all === "+") return "spf-open";
  if (all === "~" || all === "-") return "spf-good";
  const isElsewhere = all === undefined && terms.some((term) => /^redirect=/i.test(term));
  return isElsewhere ? "spf-good" : "spf-neutral";
}
