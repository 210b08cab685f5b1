import { generateKeyPairSync } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { startDnsPeer } from "#server/testing/dns-peer.ts";
import { checkDomain } from "./queries.ts";
import type { DomainRecord } from "./schema.ts";

let close = () => {};
afterEach(() => close());

interface Given {
  texts?: Record<string, string[]>;
  silent?: string[];
  selectors?: string[];
  from?: string | undefined;
  driver?: "resend" | "smtp";
}

async function check(given: Given) {
  const { texts = {}, silent, selectors = [], driver = "smtp" } = given;
  const mailFrom = "from" in given ? given.from : "Binnacle <admin@Example.com>";
  const peer = await startDnsPeer(texts, silent);
  close = () => void peer.close();
  const settings = { current: { mail: { dkimSelectors: selectors } } };
  const asking = { config: { mailFrom }, settings, mailer: { driver } };
  return { ...(await checkDomain(asking as never, peer.resolver)), asked: peer.asked };
}

const findingOf = (records: DomainRecord[], kind: DomainRecord["kind"]) =>
  records.find((record) => record.kind === kind)?.finding;

function rsaKey(bits: number): string {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  return publicKey.export({ type: "spki", format: "der" }).toString("base64");
}

test("a domain that is set up well is told so, with what is published", async () => {
  const { domain, records } = await check({
    texts: {
      "example.com": ["some=thing", "v=spf1 include:_spf.example.net -all"],
      "_spf.example.net": ["v=spf1 ip4:192.0.2.0/24 -all"],
      "s1._domainkey.example.com": [`v=DKIM1; k=rsa; p=${rsaKey(2048)}`],
      "_dmarc.example.com": ["v=DMARC1; p=reject; rua=mailto:d@example.com"],
    },
    selectors: ["s1"],
  });
  expect(domain).toBe("example.com");
  expect(records.map(({ kind, finding }) => [kind, finding])).toEqual([
    ["spf", "spf-good"],
    ["dkim", "dkim-good"],
    ["dmarc", "dmarc-good"],
  ]);
  expect(records[0]?.values).toEqual(["v=spf1 include:_spf.example.net -all"]);
});

const chain = {
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `s${index}.example.com`,
      [`v=spf1 include:s${index + 1}.example.com -all`],
    ]),
  ),
  "s12.example.com": ["v=spf1 -all"],
  "two.example.com": ["v=spf1 -all", "v=spf1 mx -all"],
};

test.each([
  { spf: [], finding: "spf-missing" },
  { spf: ["v=spf10 -all"], finding: "spf-missing" },
  { spf: ["v=spf1 -all", "v=spf1 mx -all"], finding: "spf-several" },
  { spf: ["v=spf1 +all"], finding: "spf-open" },
  { spf: ["v=spf1 all"], finding: "spf-open" },
  { spf: ["v=spf1 mx ?all"], finding: "spf-neutral" },
  { spf: ["v=spf1 mx"], finding: "spf-neutral" },
  { spf: ["v=spf1 mx ~all"], finding: "spf-good" },
  { spf: ["v=spf1 redirect=s11.example.com"], finding: "spf-good" },
  { spf: ["v=spf1 include:s0.example.com -all"], finding: "spf-too-deep" },
  { spf: ["v=spf1 include:example.com -all"], finding: "spf-too-deep" },
  { spf: ["v=spf1 include:nowhere.example.com -all"], finding: "spf-broken-include" },
  { spf: ["v=spf1 include:two.example.com -all"], finding: "spf-broken-include" },
  { spf: ["v=spf1 redirect=nowhere.example.com"], finding: "spf-broken-include" },
  { spf: ["v=spf1 exists:%{i}.example.com -all"], finding: "spf-good" },
])("SPF $spf is $finding", async ({ spf, finding }) => {
  const { records } = await check({ texts: { ...chain, "example.com": spf } });
  expect(findingOf(records, "spf")).toBe(finding);
});

test.each([
  { dkim: [], finding: "dkim-missing" },
  { dkim: ["hello"], finding: "dkim-missing" },
  { dkim: ["v=DKIM1; p="], finding: "dkim-revoked" },
  { dkim: ["v=DKIM2; p=x"], finding: "dkim-invalid" },
  { dkim: ["p=not+a+key"], finding: "dkim-invalid" },
  { dkim: [`p=${rsaKey(1024)}`], finding: "dkim-short" },
  { dkim: [`v=DKIM1; t=y:s; p=${rsaKey(2048)}`], finding: "dkim-testing" },
  { dkim: [`k=ed25519; p=${Buffer.alloc(32, 7).toString("base64")}`], finding: "dkim-good" },
])("DKIM is $finding", async ({ dkim, finding }) => {
  const texts = { "s1._domainkey.example.com": dkim };
  const { records } = await check({ texts, selectors: ["s1"] });
  expect(findingOf(records, "dkim")).toBe(finding);
});

test.each([
  { dmarc: [], finding: "dmarc-missing" },
  { dmarc: ["v=DMARC1; p=none"], finding: "dmarc-none" },
  { dmarc: ["v=DMARC1; p=Quarantine"], finding: "dmarc-good" },
  { dmarc: ["v=DMARC1"], finding: "dmarc-invalid" },
  { dmarc: ["v=DMARC1; p=reject", "v=DMARC1; p=none"], finding: "dmarc-several" },
])("DMARC $dmarc is $finding", async ({ dmarc, finding }) => {
  const { records } = await check({ texts: { "_dmarc.example.com": dmarc } });
  expect(findingOf(records, "dmarc")).toBe(finding);
});

test("a domain below another has its policy from above, as far as it says so for those below", async () => {
  const texts = { "_dmarc.example.com": ["v=DMARC1; p=reject; sp=none"] };
  const { records } = await check({ texts, from: "a@mail.example.com" });
  expect(findingOf(records, "dmarc")).toBe("dmarc-none");
  expect(records.at(-1)?.name).toBe("_dmarc.example.com");
});

test("a name server without an answer is not taken for a missing record", async () => {
  const silent = ["example.com", "_dmarc.example.com"];
  const { records } = await check({ silent });
  expect(records.map(({ finding }) => finding)).toEqual([
    "unanswered",
    "dkim-no-selector",
    "unanswered",
  ]);
});

test("through Resend the record of its envelope's sender counts; without a sender nothing is asked", async () => {
  const texts = {
    "send.example.com": ["v=spf1 include:x.example.net ~all"],
    "x.example.net": ["v=spf1 ip4:192.0.2.0/24 -all"],
  };
  const { records } = await check({ texts, driver: "resend" });
  expect(records[0]).toMatchObject({ name: "send.example.com", finding: "spf-good" });
  close();
  const nothing = await check({ from: undefined });
  expect(nothing).toEqual({ domain: null, records: [], asked: [] });
});
