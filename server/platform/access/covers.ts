import type { Conditions, Grant, TimeWindow } from "./schema.ts";

/** Whether whoever holds `held` may do all that `wanted` allows, each on as many records and as often. */
export function covers(held: readonly Grant[], wanted: readonly Grant[]): boolean {
  return findUncovered(held, wanted) === undefined;
}

/** The first of the wanted grants that no held grant is as wide as. */
export function findUncovered<Wanted extends Grant>(
  held: readonly Grant[],
  wanted: readonly Wanted[],
): Wanted | undefined {
  return wanted.find((grant) => !held.some((own) => isAsWide(own, grant)));
}

/** Conditions only take away: with no condition that the other lacks, a grant is as wide. */
function isAsWide(own: Grant, other: Grant): boolean {
  return own.permission === other.permission && isAsLoose(own.conditions, other.conditions);
}

function isAsLoose(own: Conditions, other: Conditions): boolean {
  return (
    (!own.records || own.records === other.records) &&
    (!own.department || own.department === other.department) &&
    (!own.time || isSameTime(own.time, other.time)) &&
    (!own.network || isSameSet(own.network, other.network))
  );
}

function isSameTime(own: TimeWindow, other: TimeWindow | undefined): boolean {
  return (
    own.from === other?.from &&
    own.to === other.to &&
    own.timeZone === other.timeZone &&
    isSameSet(own.days, other.days)
  );
}

function isSameSet<T>(own: readonly T[], other: readonly T[] | undefined): boolean {
  const [left, right] = [new Set(own), new Set(other)];
  return left.size === right.size && [...left].every((item) => right.has(item));
}
