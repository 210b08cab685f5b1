import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "#server/platform/errors.ts";
import { projectRoot } from "#server/project-root.ts";

const MAGIC = "BNBL";
const HEADER_BYTES = 12;
const MIN_ENTRIES = 100_000;

interface Blocklist {
  prefixBytes: number;
  count: number;
  prefixes: Buffer;
}

let loaded: Blocklist | undefined;

/**
 * Reads the list that `scripts/build-blocklist.mjs` makes. Called at boot, so that a process without
 * it does not start; whoever comes earlier loads it on first use.
 */
export function loadBlocklist(
  file = path.join(projectRoot, "dist", "password-blocklist.bin"),
): void {
  loaded = parse(file, read(file));
}

/** Whether a password is a common one, or a common one with trivial changes. */
export function isCommonPassword(password: string): boolean {
  return variantsOf(password).some(isListed);
}

/** The password as the list spells it, without decoration at its ends, and its repeated part. */
export function variantsOf(password: string): string[] {
  const plain = password.normalize("NFKC").trim().toLowerCase();
  const compact = plain.replace(/[\s._-]+/g, "");
  const spellings = [plain, compact].flatMap((text) => [
    text,
    text.replace(/[\d\p{P}\p{S}\s]+$/u, ""),
    text.replace(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, ""),
  ]);
  return [...new Set(spellings.flatMap((text) => [text, repeatedPart(text)]))];
}

/** The shortest part that the whole repeats: "password" of "passwordpassword". */
function repeatedPart(text: string): string {
  const period = text.length === 0 ? 0 : `${text}${text}`.indexOf(text, 1);
  return text.slice(0, period);
}

function isListed(text: string): boolean {
  if (!loaded) loadBlocklist();
  if (!loaded) return false;
  const { prefixBytes, count, prefixes } = loaded;
  const wanted = createHash("sha256").update(text).digest().subarray(0, prefixBytes);
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const start = middle * prefixBytes;
    const order = prefixes.compare(wanted, 0, prefixBytes, start, start + prefixBytes);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

function parse(file: string, content: Buffer): Blocklist {
  const isOurs = content.length > HEADER_BYTES && content.toString("latin1", 0, 4) === MAGIC;
  if (!isOurs || content[4] !== 1) throw unusable(file);
  const prefixBytes = content.readUInt8(5);
  const count = content.readUInt32LE(8);
  const prefixes = content.subarray(HEADER_BYTES);
  if (count < MIN_ENTRIES || prefixes.length !== count * prefixBytes) throw unusable(file);
  return { prefixBytes, count, prefixes };
}

function unusable(file: string, cause?: unknown): AppError {
  const message = `The password blocklist ${file} is missing or damaged. Make it with: npm run build`;
  return new AppError("INTERNAL", message, { cause });
}
