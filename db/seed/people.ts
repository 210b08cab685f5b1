import { NAME_SETS } from "./names.ts";

export interface SeedUser {
  email: string;
  name: string;
  roles: string[];
  status: "invited" | "active" | "suspended";
  suspendedReason: string | null;
  emailVerifiedAt: Date | null;
  lastSignInAt: Date | null;
  createdAt: Date;
}

const YEARS = 5;
const YEAR_MS = 365.25 * 86_400_000;
const DOMAINS = [
  "example.com",
  "example.org",
  "example.net",
  "mail.example.com",
  "corp.example.org",
];
const REASONS = [
  "Left the company",
  "Asked us to close the account",
  "Shared their password",
  "Under investigation",
];

/** The same people for the same seed number, so that two runs can be compared. */
export function* generatePeople(
  count: number,
  options: { now: Date; offset: number },
): Generator<SeedUser> {
  const random = mulberry32(0x5eed + options.offset);
  for (let index = 0; index < count; index++)
    yield makePerson(random, options.offset + index, options.now);
}

type Random = () => number;

const WEIGHTED_SETS = NAME_SETS.flatMap((set) => Array.from({ length: set.share }, () => set));

function makePerson(random: Random, number: number, now: Date): SeedUser {
  // Growth: more people joined lately than long ago.
  const createdAt = new Date(now.getTime() - YEARS * YEAR_MS * (1 - Math.sqrt(random())));
  const status = pickStatus(random());
  const hasBeenIn = status !== "invited";
  const seenAgoMs = (now.getTime() - createdAt.getTime()) * random() ** 3;
  return {
    name: makeName(random),
    email: `${pick(random, ["a", "k", "m", "s", "t"])}${number.toString(36).padStart(5, "0")}@${pick(random, DOMAINS)}`,
    roles: pickRoles(random()),
    status,
    suspendedReason: status === "suspended" ? pick(random, REASONS) : null,
    emailVerifiedAt: hasBeenIn
      ? new Date(Math.min(now.getTime(), createdAt.getTime() + random() * 86_400_000))
      : null,
    lastSignInAt: hasBeenIn && random() < 0.93 ? new Date(now.getTime() - seenAgoMs) : null,
    createdAt,
  };
}

function makeName(random: Random): string {
  const set = pick(random, WEIGHTED_SETS);
  const [given, family] = [pick(random, set.given), pick(random, set.family)];
  const separator = set.separator ?? " ";
  return set.isFamilyFirst ? `${family}${separator}${given}` : `${given}${separator}${family}`;
}

function pickStatus(roll: number): SeedUser["status"] {
  if (roll < 0.88) return "active";
  return roll < 0.96 ? "invited" : "suspended";
}

function pickRoles(roll: number): string[] {
  if (roll < 0.9) return ["viewer"];
  if (roll < 0.97) return ["support"];
  return roll < 0.99 ? ["admin"] : ["support", "viewer"];
}

const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

/** A small seeded generator (mulberry32, Tommy Ettinger, public domain): uniform in [0, 1). */
function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
