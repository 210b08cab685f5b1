import { readTexts, type TxtResolver } from "./lookup.ts";
import type { DnsFinding } from "./schema.ts";

/** RFC 7208, section 4.6.4. */
const MAX_LOOKUPS = 10;
const LOOKS_UP = /^(?:[+?~-]?(?:include:|exists:|a(?:[:/]|$)|mx(?:[:/]|$)|ptr(?::|$))|redirect=)/i;
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
  const { problem } = await follow(resolver, text, 0);
  return { finding: problem ?? judge(termsOf(text)), values };
}

interface Followed {
  lookups: number;
  /** For which receivers pass over the whole record. */
  problem?: DnsFinding;
}

/** To where the record leads. Stops at the first problem, which also ends what leads to itself. */
async function follow(resolver: TxtResolver, text: string, before: number): Promise<Followed> {
  let lookups = before;
  for (const term of termsOf(text)) {
    if (LOOKS_UP.test(term)) lookups++;
    if (lookups > MAX_LOOKUPS) return { lookups, problem: "spf-too-deep" };
    const next = LEADS_TO.exec(term)?.[1];
    // A name with macros depends on the mail.
    if (!next || next.includes("%")) continue;
    const followed = await followTo(resolver, next, lookups);
    if (followed.problem) return followed;
    lookups = followed.lookups;
  }
  return { lookups };
}

/** A name without one record breaks the record that leads there (RFC 7208, sections 5.2 and 6.1). */
async function followTo(resolver: TxtResolver, name: string, lookups: number): Promise<Followed> {
  const [text, ...others] = (await readTexts(resolver, name)).filter(isSpf);
  if (text === undefined || others.length > 0) return { lookups, problem: "spf-broken-include" };
  return follow(resolver, text, lookups);
}

function judge(terms: readonly string[]): DnsFinding {
  const all = terms.map((term) => ALL.exec(term)?.[1]).find((sign) => sign !== undefined);
  if (all === "" || all === "+") return "spf-open";
  if (all === "~" || all === "-") return "spf-good";
  const isElsewhere = all === undefined && terms.some((term) => /^redirect=/i.test(term));
  return isElsewhere ? "spf-good" : "spf-neutral";
}
