import { z } from "zod";

/** What a look at the records of the sending domain can find, and what it means for mail. */
export const DNS_FINDINGS = {
  "spf-good": { state: "good", text: "Names who may send, and has the rest refused or marked." },
  "spf-missing": { state: "bad", text: "No SPF record: receivers cannot tell who may send." },
  "spf-several": { state: "bad", text: "More than one SPF record: receivers pass over them all." },
  "spf-too-deep": { state: "bad", text: "Leads to more than 10 lookups: receivers give up." },
  "spf-broken-include": {
    state: "bad",
    text: "Includes a name without an SPF record: receivers pass over the whole record.",
  },
  "spf-open": { state: "bad", text: "Lets everybody send." },
  "spf-neutral": {
    state: "weak",
    text: "Says nothing of those who are not named. End it with ~all.",
  },
  "dkim-good": { state: "good", text: "A key is published." },
  "dkim-missing": { state: "bad", text: "No key: receivers cannot check signatures." },
  "dkim-invalid": { state: "bad", text: "What is published is no key." },
  "dkim-revoked": { state: "bad", text: "The key is empty, which means that it is revoked." },
  "dkim-short": {
    state: "weak",
    text: "The key has fewer than 2,048 bits; some receivers pass over it.",
  },
  "dkim-testing": { state: "weak", text: "Marked as a test, so receivers may ignore it." },
  "dkim-no-selector": { state: "unknown", text: "Name the selector in the settings of mail." },
  "dmarc-good": { state: "good", text: "Has mail that only pretends to be yours held back." },
  "dmarc-missing": {
    state: "bad",
    text: "No DMARC record: large providers refuse mail without one.",
  },
  "dmarc-several": {
    state: "bad",
    text: "More than one DMARC record: receivers pass over them all.",
  },
  "dmarc-invalid": { state: "bad", text: "Names no policy." },
  "dmarc-none": {
    state: "weak",
    text: "Only watches. Choose quarantine or reject once reports look right.",
  },
  unanswered: { state: "unknown", text: "The name server does not answer." },
} as const;
export type DnsFinding = keyof typeof DNS_FINDINGS;

export const DNS_RECORDS = { spf: "SPF", dkim: "DKIM", dmarc: "DMARC" } as const;

export const DomainRecord = z.strictObject({
  kind: z.enum(Object.keys(DNS_RECORDS) as (keyof typeof DNS_RECORDS)[]),
  /** Where it was looked for; empty where there is nothing to look for. */
  name: z.string(),
  finding: z.enum(Object.keys(DNS_FINDINGS) as DnsFinding[]),
  /** As published. */
  values: z.array(z.string()),
});
export type DomainRecord = z.infer<typeof DomainRecord>;

export const DomainCheck = z.strictObject({
  /** Null while no sender is configured. */
  domain: z.string().nullable(),
  records: z.array(DomainRecord),
});
export type DomainCheck = z.infer<typeof DomainCheck>;
