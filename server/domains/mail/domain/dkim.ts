import { createPublicKey } from "node:crypto";
import { readTexts, type TxtResolver } from "./lookup.ts";
import type { DnsFinding } from "./schema.ts";
import { readTags } from "./tags.ts";

const RECOMMENDED_BITS = 2_048;

/** The key of one selector (RFC 6376, section 3.6). */
export async function checkDkim(
  resolver: TxtResolver,
  name: string,
): Promise<{ finding: DnsFinding; values: string[] }> {
  const values = (await readTexts(resolver, name)).filter((text) => readTags(text).has("p"));
  const [text] = values;
  return { finding: text === undefined ? "dkim-missing" : judge(readTags(text)), values };
}

function judge(tags: ReadonlyMap<string, string>): DnsFinding {
  if ((tags.get("v") ?? "DKIM1") !== "DKIM1") return "dkim-invalid";
  const key = tags.get("p")?.replace(/\s/g, "") ?? "";
  if (key === "") return "dkim-revoked";
  const bits = tags.get("k") === "ed25519" ? readEd25519(key) : readRsa(key);
  if (bits === null) return "dkim-invalid";
  if (bits < RECOMMENDED_BITS) return "dkim-short";
  return tags.get("t")?.split(":").includes("y") ? "dkim-testing" : "dkim-good";
}

/** Null for what is no key. */
function readRsa(key: string): number | null {
  try {
    const der = { key: Buffer.from(key, "base64"), format: "der", type: "spki" } as const;
    return createPublicKey(der).asymmetricKeyDetails?.modulusLength ?? null;
  } catch {
    return null;
  }
}

const ED25519_BYTES = 32;
/** As strong as any RSA key that is in use. */
const readEd25519 = (key: string) =>
  Buffer.from(key, "base64").length === ED25519_BYTES ? RECOMMENDED_BITS : null;
