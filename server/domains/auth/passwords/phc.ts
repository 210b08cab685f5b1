/** Argon2 cost: memory in KiB, passes over it, and lanes. */
export interface Argon2Cost {
  memoryKib: number;
  passes: number;
  parallelism: number;
}

export interface PasswordHash {
  cost: Argon2Cost;
  salt: Buffer;
  hash: Buffer;
}

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/;

/** Beyond this a stored hash is not ours, and computing it could exhaust the process. */
const MAX_MEMORY_KIB = 1024 * 1024;

/** The PHC string format (github.com/P-H-C/phc-string-format): base64 without padding. */
export function encodePhc({ cost, salt, hash }: PasswordHash): string {
  const { memoryKib, passes, parallelism } = cost;
  const parameters = `m=${memoryKib},t=${passes},p=${parallelism}`;
  return `$argon2id$v=19$${parameters}$${encode(salt)}$${encode(hash)}`;
}

/** Null for anything that is not an argon2id hash with sane parameters. */
export function parsePhc(text: string): PasswordHash | null {
  const match = PHC.exec(text);
  if (!match) return null;
  const [, memory, passes, parallelism, salt = "", hash = ""] = match;
  const cost = {
    memoryKib: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  };
  const parsed = { cost, salt: Buffer.from(salt, "base64"), hash: Buffer.from(hash, "base64") };
  return isSane(cost) && encodePhc(parsed) === text ? parsed : null;
}

function isSane({ memoryKib, passes, parallelism }: Argon2Cost): boolean {
  if (passes < 1 || parallelism < 1) return false;
  return memoryKib >= 8 * parallelism && memoryKib <= MAX_MEMORY_KIB;
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
