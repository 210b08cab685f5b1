import path from "node:path";
import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { auditChain } from "#db/schema/audit.ts";
import { type Config, generatedSecret } from "#server/config.ts";
import type { Context } from "#server/platform/context.ts";
import { findFirstSeq, findHead, underChainLock } from "./extend.ts";
import { GENESIS } from "./link.ts";
import { createMarkSigner, type Mark, type MarkSigner } from "./mark.ts";
import { appendMark, readTail } from "./mark-file.ts";

export function anchorFile({ auditAnchorFile, dataDirectory }: Config): string {
  return auditAnchorFile ?? path.join(dataDirectory, "audit-anchors.jsonl");
}

/** The configured key, or the one kept in the data directory. */
export function readSigner({ auditAnchorKey, dataDirectory }: Config): MarkSigner {
  return createMarkSigner(auditAnchorKey ?? generatedSecret(dataDirectory, "audit-anchor-key"));
}

/**
 * Writes the head of the chain to the file outside the database, unless it stands there already.
 * @returns false when the chain no longer holds what was anchored last: nothing is written then, so
 * that a chain which was tampered with gets no signature
 */
export function anchorHead(ctx: Context): Promise<boolean> {
  return underChainLock(ctx, async (tx) => {
    const file = anchorFile(ctx.config);
    const { mark } = readTail(file);
    if (mark && !(await isInChain(tx, mark))) return false;
    const head = await findHead(tx);
    if (mark?.seq === head.seq) return true;
    const count = head.seq - (await findFirstSeq(tx)) + 1;
    const [hash, at] = [head.hash.toString("hex"), ctx.now().toISOString()];
    appendMark(file, readSigner(ctx.config), { kind: "anchor", seq: head.seq, hash, count, at });
    return true;
  });
}

/** Whether anything was anchored yet: before the first link, something must be. */
export function hasAnchor(config: Config): boolean {
  return readTail(anchorFile(config)).mark !== undefined;
}

async function isInChain(tx: Transaction, { kind, seq, hash }: Mark): Promise<boolean> {
  if (kind === "checkpoint") return true;
  if (seq === 0) return hash === GENESIS.toString("hex");
  const [link] = await tx
    .select({ hash: auditChain.hash })
    .from(auditChain)
    .where(eq(auditChain.seq, seq));
  return link?.hash.toString("hex") === hash;
}
