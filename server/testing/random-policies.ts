import type { Permission } from "#server/platform/access/catalog.ts";
import type { HeldGrant, Holder, RecordFacts } from "#server/platform/access/decide.ts";
import type { Moment } from "#server/platform/access/moment.ts";
import type { Conditions } from "#server/platform/access/schema.ts";

export const DEPARTMENTS = ["Research", "Sales", null];
/** When clocks changed within the times that are drawn: forward, and back. */
const CHANGES = {
  berlin: [Date.UTC(2024, 2, 31, 1), Date.UTC(2024, 9, 27, 1)],
  newYork: [Date.UTC(2024, 2, 10, 7), Date.UTC(2024, 10, 3, 6)],
} as const;
const isSummer = (now: Date, [from, to]: readonly [number, number]) =>
  now.getTime() >= from && now.getTime() < to;

/** Minutes ahead of UTC. */
export const OFFSETS: Record<string, (now: Date) => number> = {
  UTC: () => 0,
  "Asia/Kolkata": () => 330,
  "America/Phoenix": () => -420,
  "Pacific/Kiritimati": () => 840,
  "Europe/Berlin": (now) => (isSummer(now, CHANGES.berlin) ? 120 : 60),
  "America/New_York": (now) => (isSummer(now, CHANGES.newYork) ? -240 : -300),
};
const HOUR_MS = 3_600_000;
const PERMISSIONS: Permission[] = ["users.read", "users.suspend", "audit.read"];
const NETWORKS = [
  "192.0.2.0/24",
  "192.0.2.128/25",
  "198.51.100.7/32",
  "0.0.0.0/0",
  "2001:db8:0:0:0:0:0:0/32",
  "2001:db8:0:0:8000:0:0:0/65",
];
const ADDRESSES = [
  "192.0.2.5",
  "192.0.2.200",
  "::ffff:192.0.2.200",
  "198.51.100.7",
  "198.51.100.8",
  "2001:db8:0:0:0:0:0:1",
  "2001:db8:0:0:9000:0:0:1",
  "2001:db9:0:0:0:0:0:1",
  "unknown",
];

export interface RandomPolicy {
  grants: HeldGrant[];
  holder: Holder;
  permission: Permission;
  moment: Moment;
  record: RecordFacts | undefined;
}

/** Policies and questions that follow from the seed; `people` are the ids that may ask and own. */
export function createRandomPolicies(seed: number, people: readonly string[]) {
  const random = mulberry32(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const some = <T>(items: readonly T[]): T[] => items.filter(() => random() < 0.5);
  const chance = (share: number) => random() < share;
  const time = () =>
    `${String(Math.floor(random() * 24)).padStart(2, "0")}:${pick(["00", "30", "59"])}`;

  function conditions(): Conditions {
    return {
      records: chance(0.25) ? "own" : undefined,
      department: chance(0.3) ? "same" : undefined,
      time: chance(0.3)
        ? {
            days: [...new Set([pick([1, 2, 3, 4, 5, 6, 7]), ...some([1, 2, 3, 4, 5, 6, 7])])],
            from: time(),
            to: time(),
            timeZone: pick(Object.keys(OFFSETS)),
          }
        : undefined,
      network: chance(0.25) ? [pick(NETWORKS), ...some(NETWORKS)] : undefined,
    };
  }

  function grant(): HeldGrant {
    const role = pick(["a", "b", "c"]);
    return { permission: pick(PERMISSIONS), conditions: conditions(), role, roleLabel: role };
  }

  /** Some within three hours of a change of clocks. */
  function instant(): Date {
    const change = pick([...CHANGES.berlin, ...CHANGES.newYork]);
    const aside = (random() - 0.5) * 6 * HOUR_MS;
    return new Date(Math.floor(chance(0.2) ? change + aside : 1.7e12 + random() * 3e10));
  }

  return function next(): RandomPolicy {
    return {
      grants: Array.from({ length: Math.floor(random() * 6) }, grant),
      holder: { userId: pick([...people, null]), department: pick(DEPARTMENTS) },
      permission: pick(PERMISSIONS),
      moment: { now: instant(), address: pick(ADDRESSES) },
      record: chance(0.85)
        ? { ownerId: pick([...people, null]), department: pick(DEPARTMENTS) }
        : undefined,
    };
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
