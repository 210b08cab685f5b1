import type { ConditionName, Conditions } from "#server/platform/access/schema.ts";
import { describeTime } from "./schema.ts";

/** What it would take for conditions to hold that do not. */
export function describeWish(conditions: Conditions, failed: readonly ConditionName[]): string {
  return failed.map((name) => WISHES[name](conditions)).join(", ");
}

const WISHES: Record<ConditionName, (conditions: Conditions) => string> = {
  records: () => "for oneself",
  department: () => "for a user of the same department",
  time: ({ time }) => (time ? `on ${describeTime(time)}` : ""),
  network: ({ network = [] }) => `from ${network.join(", ")}`,
};
