import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One line of the file outside the database. An `anchor` says what the head of the chain was; a
 * `checkpoint` up to where retention took entries away.
 */
export const Mark = z.strictObject({
  kind: z.enum(["anchor", "checkpoint"]),
  seq: z.int().min(0),
  /** Of the link at `seq`. */
  hash: Sha256,
  /** Entries in the chain for an anchor; entries removed for a checkpoint. */
  count: z.int().min(0),
  at: z.iso.datetime(),
  /** SHA-256 of the line before; null in the first. */
  previous: Sha256.nullable(),
  /** Fingerprint of the public key. */
  key: z.string(),
});
export type Mark = z.infer<typeof Mark>;

const SignedMark = Mark.extend({ signature: z.string() });

export interface MarkSigner {
  /** The first 16 hexadecimal digits of the SHA-256 of the public key. */
  fingerprint: string;
  /** The line, without its end. */
  sign(mark: Omit<Mark, "key">): string;
  isSigned(line: string): boolean;
}

/** Everything of PKCS #8 that comes before the 32 bytes of an Ed25519 seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
/** So that a signature of ours for another purpose is never one of these. */
const CONTEXT = "binnacle audit mark\n";

/** @param seed 64 hexadecimal digits */
export function createMarkSigner(seed: string): MarkSigner {
  const der = Buffer.concat([PKCS8_HEAD, Buffer.from(seed, "hex")]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  const fingerprint = fingerprintOf(publicKey);
  return {
    fingerprint,
    sign(mark) {
      const body = { ...mark, key: fingerprint };
      return writeLine(body, sign(null, bytesOf(body), privateKey));
    },
    isSigned(line) {
      const parsed = SignedMark.safeParse(JSON.parse(line));
      if (!parsed.success) return false;
      const { signature: text, ...body } = parsed.data;
      const signature = Buffer.from(text, "base64url");
      // Whatever is not in the very form in which we write it has been edited.
      if (writeLine(body, signature) !== line) return false;
      return verify(null, bytesOf(body), publicKey, signature);
    },
  };
}

/** The mark on a line, signed or not; undefined for what is none, such as a line cut short by a crash. */
export function parseMark(line: string): Mark | undefined {
  try {
    const { signature: _, ...mark } = SignedMark.parse(JSON.parse(line));
    return mark;
  } catch {
    return undefined;
  }
}

/** What the next mark names as `previous`. */
export function hashLine(line: string): string {
  return hash("sha256", line);
}

function writeLine(mark: Mark, signature: Buffer): string {
  return JSON.stringify({ ...mark, signature: signature.toString("base64url") });
}

function bytesOf(mark: Mark): Buffer {
  return Buffer.from(CONTEXT + JSON.stringify(mark));
}

function fingerprintOf(key: KeyObject): string {
  const der = key.export({ format: "der", type: "spki" });
  return createHash("sha256").update(der).digest("hex").slice(0, 16);
}
