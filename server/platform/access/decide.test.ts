import { expect, test } from "vitest";
import {
  createRandomPolicies,
  OFFSETS,
  type RandomPolicy,
} from "#server/testing/random-policies.ts";
import { covers } from "./covers.ts";
import { decide, type Holder, isInScope, type RecordFacts, settle } from "./decide.ts";
import { isWithin, type Moment } from "./moment.ts";
import { Conditions, Grant, type TimeWindow } from "./schema.ts";

const PEOPLE = ["ada", "bob", "cy"];
const POLICIES = 100_000;

/** The rules once more, in plain loops that share nothing with the engine. */
function isAllowedPlainly({ grants, permission, ...rest }: RandomPolicy): boolean {
  for (const grant of grants) {
    if (grant.permission !== permission) continue;
    if (!isMomentPlainly(grant.conditions, rest.moment)) continue;
    if (rest.record && !isRecordPlainly(grant.conditions, rest.holder, rest.record)) continue;
    return true;
  }
  return false;
}

function isMomentPlainly({ time, network }: Conditions, { now, address }: Moment): boolean {
  if (time && !isTimePlainly(time, now)) return false;
  if (network && !isNetworkPlainly(network, address)) return false;
  return true;
}

function isRecordPlainly(conditions: Conditions, holder: Holder, record: RecordFacts): boolean {
  if (conditions.records === "own" && record.ownerId === null) return false;
  if (conditions.records === "own" && record.ownerId !== holder.userId) return false;
  if (conditions.department === "same" && record.department === null) return false;
  if (conditions.department === "same" && record.department !== holder.department) return false;
  return true;
}

const WEEK = 7 * 1440;

/** Minutes since Monday 00:00 against the minutes since the window began. */
function isTimePlainly({ days, from, to, timeZone }: TimeWindow, now: Date): boolean {
  const local = new Date(now.getTime() + (OFFSETS[timeZone]?.(now) ?? Number.NaN) * 60_000);
  const minuteOfWeek =
    ((local.getUTCDay() + 6) % 7) * 1440 + local.getUTCHours() * 60 + local.getUTCMinutes();
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const length = (minutes(to) - minutes(from) + 1440) % 1440 || 1440;
  for (const day of days) {
    const since = (minuteOfWeek - (day - 1) * 1440 - minutes(from) + WEEK) % WEEK;
    if (since < length) return true;
  }
  return false;
}

/** The leading bits, written out; an IPv4 address in IPv6 clothes is one. */
function isNetworkPlainly(networks: string[], given: string): boolean {
  const address = given.replace(/^::ffff:(?=.*\.)/, "");
  for (const network of networks) {
    const [base = "", prefix] = network.split("/");
    if (base.includes(":") !== address.includes(":")) continue;
    if (bits(base) === "" || bits(address) === "") continue;
    if (bits(base).slice(0, Number(prefix)) === bits(address).slice(0, Number(prefix))) return true;
  }
  return false;
}

function bits(address: string): string {
  if (address.includes(":"))
    return address
      .split(":")
      .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, "0"))
      .join("");
  if (!address.includes(".")) return "";
  return address
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
}

test("the engine agrees with plain loops on 100,000 random policies, and is right about its reasons", () => {
  const next = createRandomPolicies(1, PEOPLE);
  let allowed = 0;
  for (let index = 0; index < POLICIES; index++) {
    const policy = next();
    const decision = decide(policy);
    const expected = isAllowedPlainly(policy);
    if (decision.isAllowed !== expected)
      expect.fail(`${JSON.stringify(policy)} is ${expected}, the engine says ${!expected}`);
    if (expected) allowed++;
    expectReasons(policy, decision);
  }
  expect(allowed / POLICIES).toBeGreaterThan(0.2);
  expect(allowed / POLICIES).toBeLessThan(0.8);
});

/** The deciding rule alone is enough; a grant that failed for some conditions counts without those. */
function expectReasons(
  policy: RandomPolicy,
  { rule, considered }: ReturnType<typeof decide>,
): void {
  if (rule && !isAllowedPlainly({ ...policy, grants: [rule] }))
    expect.fail("the rule is not enough");
  for (const { grant, failed } of considered) {
    const conditions = { ...grant.conditions };
    for (const name of failed) delete conditions[name];
    if (!isAllowedPlainly({ ...policy, grants: [{ ...grant, conditions }] }))
      expect.fail(`${JSON.stringify(grant)} lacks more than ${failed}`);
  }
}

test("what is settled when the request comes gives the same answers, record by record", () => {
  const next = createRandomPolicies(2, PEOPLE);
  for (let index = 0; index < POLICIES; index++) {
    const policy = next();
    const scope = settle(policy.grants, policy.moment).get(policy.permission);
    const isIn =
      scope !== undefined && (!policy.record || isInScope(scope, policy.holder, policy.record));
    if (isIn !== isAllowedPlainly(policy)) expect.fail(JSON.stringify(policy));
  }
});

test("whoever covers a role may do whatever it allows, whatever is asked", () => {
  const [next, ask] = [createRandomPolicies(3, PEOPLE), createRandomPolicies(4, PEOPLE)];
  let covered = 0;
  for (let index = 0; index < POLICIES; index++) {
    const [wide, narrow, question] = [next().grants, next().grants.slice(0, 2), ask()];
    if (narrow.length === 0 || !covers(wide, narrow)) continue;
    covered++;
    if (!isAllowedPlainly({ ...question, grants: narrow })) continue;
    if (!isAllowedPlainly({ ...question, grants: wide }))
      expect.fail(`${JSON.stringify(wide)} does not cover ${JSON.stringify(narrow)}`);
  }
  expect(covered).toBeGreaterThan(500);
});

const NIGHT: TimeWindow = { days: [5], from: "22:00", to: "06:00", timeZone: "Europe/Berlin" };

test.each([
  ["before it begins", "2026-01-02T20:59:59Z", false],
  ["as it begins", "2026-01-02T21:00:00Z", true],
  ["after midnight", "2026-01-03T00:30:00Z", true],
  ["in its last minute", "2026-01-03T04:59:59Z", true],
  ["as it ends", "2026-01-03T05:00:00Z", false],
  ["the night before", "2026-01-02T00:30:00Z", false],
  ["as it begins in summer time", "2026-07-03T20:00:00Z", true],
  ["before it begins in summer time", "2026-07-03T19:59:59Z", false],
  ["after the clock went forward", "2026-03-29T03:30:00Z", false],
])("a window from Friday evening to Saturday morning, %s", (_, at, expected) => {
  expect(isWithin(NIGHT, new Date(at))).toBe(expected);
});

test("a window that ends when it begins lasts a day", () => {
  const day = { ...NIGHT, to: NIGHT.from };
  expect(isWithin(day, new Date("2026-01-03T20:59:59Z"))).toBe(true);
  expect(isWithin(day, new Date("2026-01-03T21:00:00Z"))).toBe(false);
});

test.each([
  ["a made-up time zone", { time: { ...NIGHT, timeZone: "Europe/Atlantis" } }],
  ["an offset in place of a time zone", { time: { ...NIGHT, timeZone: "+01:00" } }],
  ["25 o'clock", { time: { ...NIGHT, from: "25:00" } }],
  ["the eighth day", { time: { ...NIGHT, days: [8] } }],
  ["no day", { time: { ...NIGHT, days: [] } }],
  ["no network", { network: [] }],
  ["a network that is none", { network: ["192.0.2.0/33"] }],
  ["an address in place of a network", { network: ["192.0.2.1"] }],
  ["somebody else's records", { records: "theirs" }],
])("conditions with %s are refused", (_, conditions) => {
  expect(Conditions.safeParse(conditions).success).toBe(false);
});

test.each(["mail.read", "settings.update", "overview.read"])(
  "%s cannot be limited to some users: nothing would hold it to that",
  (permission) => {
    const grant = (conditions: object) => Grant.safeParse({ permission, conditions }).success;
    expect(grant({ records: "own" })).toBe(false);
    expect(grant({ department: "same" })).toBe(false);
    expect(grant({ network: ["10.0.0.0/8", "fd00::/8"], time: NIGHT })).toBe(true);
  },
);
