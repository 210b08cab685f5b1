import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { createSemaphore } from "#server/platform/semaphore.ts";
import { type Argon2Cost, encodePhc, type PasswordHash, parsePhc } from "./phc.ts";

/** OWASP Password Storage Cheat Sheet, argon2id. About 30 ms on one core. */
export const CURRENT_COST: Argon2Cost = { memoryKib: 19_456, passes: 2, parallelism: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const THREADS_LEFT_TO_OTHERS = 1;
const THREAD_POOL_SIZE = 4;

const derive = promisify(argon2);

/** Each hash takes 19 MiB and a thread of the pool that file and name look-ups share. */
const limited = createSemaphore({
  running: Math.min(availableParallelism(), THREAD_POOL_SIZE - THREADS_LEFT_TO_OTHERS),
  waiting: 500,
  refusal: "Too many people are signing in. Try again in a moment.",
});

/** The PHC string of a password under the current parameters. */
export async function hashPassword(password: string, cost = CURRENT_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await compute(password, { cost, salt, hash: Buffer.alloc(HASH_BYTES) });
  return encodePhc({ cost, salt, hash });
}

export interface Verification {
  isCorrect: boolean;
  /** The stored parameters are not the current ones: hash again while the password is at hand. */
  needsRehash: boolean;
}

/**
 * Compares a password with a stored hash. Without one (or with one that cannot be read) it does the
 * same work on a dummy, so that the time tells nothing about the account.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<Verification> {
  const parsed = stored === null ? null : parsePhc(stored);
  const expected = parsed ?? DUMMY;
  const computed = await compute(password, expected);
  const isCorrect = timingSafeEqual(computed, expected.hash) && parsed !== null;
  return { isCorrect, needsRehash: isCorrect && !isCurrent(expected.cost) };
}

const DUMMY: PasswordHash = {
  cost: CURRENT_COST,
  salt: Buffer.alloc(SALT_BYTES, 1),
  hash: Buffer.alloc(HASH_BYTES, 1),
};

function compute(password: string, { cost, salt, hash }: PasswordHash): Promise<Buffer> {
  return limited(() =>
    derive("argon2id", {
      message: password.normalize("NFKC"),
      nonce: salt,
      memory: cost.memoryKib,
      passes: cost.passes,
      parallelism: cost.parallelism,
      tagLength: hash.length,
    }),
  );
}

function isCurrent(cost: Argon2Cost): boolean {
  return (
    cost.memoryKib === CURRENT_COST.memoryKib &&
    cost.passes === CURRENT_COST.passes &&
    cost.parallelism === CURRENT_COST.parallelism
  );
}
