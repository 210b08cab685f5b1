import { Resolver } from "node:dns/promises";
import type { Context } from "#server/platform/context.ts";
import { domainOf } from "#server/platform/mailer/sender.ts";
import { checkDkim } from "./dkim.ts";
import { checkDmarc } from "./dmarc.ts";
import { type TxtResolver, Unanswered } from "./lookup.ts";
import type { DomainCheck, DomainRecord } from "./schema.ts";
import { checkSpf } from "./spf.ts";

const TIMEOUT_MS = 2_000;
const TRIES = 2;
/** Resend sends with this name before the domain as the envelope's sender, which SPF is about. */
const RESEND_ENVELOPE = "send";

type Checking = Pick<Context, "config" | "settings" | "mailer">;

/** What the name server says of the domain that mail comes from. Nothing of it is kept. */
export async function checkDomain(
  { config, settings, mailer }: Checking,
  resolver: TxtResolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES }),
): Promise<DomainCheck> {
  if (!config.mailFrom) return { domain: null, records: [] };
  const domain = domainOf(config.mailFrom);
  const envelope = mailer.driver === "resend" ? `${RESEND_ENVELOPE}.${domain}` : domain;
  const keys = settings.current.mail.dkimSelectors.map((it) => `${it}._domainkey.${domain}`);
  const records = await Promise.all([
    answered({ kind: "spf", name: envelope }, () => checkSpf(resolver, envelope)),
    ...keys.map((name) => answered({ kind: "dkim", name }, () => checkDkim(resolver, name))),
    answered({ kind: "dmarc", name: `_dmarc.${domain}` }, () => checkDmarc(resolver, domain)),
  ]);
  if (keys.length > 0) return { domain, records };
  const noKey: DomainRecord = { kind: "dkim", name: "", finding: "dkim-no-selector", values: [] };
  return { domain, records: records.toSpliced(1, 0, noKey) };
}

async function answered(
  asked: Pick<DomainRecord, "kind" | "name">,
  check: () => Promise<Omit<DomainRecord, "kind" | "name">>,
): Promise<DomainRecord> {
  try {
    return { ...asked, ...(await check()) };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { ...asked, finding: "unanswered", values: [] };
  }
}
