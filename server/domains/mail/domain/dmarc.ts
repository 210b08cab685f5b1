import { readTexts, type TxtResolver } from "./lookup.ts";
import type { DnsFinding } from "./schema.ts";
import { readTags } from "./tags.ts";

const isDmarc = (text: string) => /^v=DMARC1\s*(?:;|$)/.test(text);
const POLICIES: Record<string, DnsFinding> = {
  none: "dmarc-none",
  quarantine: "dmarc-good",
  reject: "dmarc-good",
};

/** Of the domain, or of the nearest above it that has one. */
export async function checkDmarc(
  resolver: TxtResolver,
  domain: string,
): Promise<{ name: string; finding: DnsFinding; values: string[] }> {
  const labels = domain.split(".");
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
  for (const [index, candidate] of domains.entries()) {
    const name = `_dmarc.${candidate}`;
    const values = (await readTexts(resolver, name)).filter(isDmarc);
    const [text] = values;
    if (text === undefined) continue;
    if (values.length > 1) return { name, finding: "dmarc-several", values };
    const tags = readTags(text);
    const policy = (index > 0 ? tags.get("sp") : undefined) ?? tags.get("p") ?? "";
    return { name, finding: POLICIES[policy.toLowerCase()] ?? "dmarc-invalid", values };
  }
  return { name: `_dmarc.${domain}`, finding: "dmarc-missing", values: [] };
}
