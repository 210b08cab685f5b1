import { CronExpressionParser } from "cron-parser";

/** When a schedule runs. */
export type Timing =
  | { kind: "cron"; cron: string; timeZone: string }
  | { kind: "interval"; everySeconds: number }
  | { kind: "once"; at: Date };

/**
 * The first slot after `after`; null when there is none. A time of day that the clocks skip runs when
 * they have jumped, and one that comes twice runs once.
 */
export function findNext(timing: Timing, after: Date): Date | null {
  switch (timing.kind) {
    case "cron":
      return nextOfCron(timing, after);
    case "interval":
      return new Date(after.getTime() + timing.everySeconds * 1000);
    case "once":
      return timing.at > after ? timing.at : null;
  }
}

function nextOfCron({ cron, timeZone }: { cron: string; timeZone: string }, after: Date): Date {
  return CronExpressionParser.parse(cron, { currentDate: after, tz: timeZone }).next().toDate();
}

/** Slots that nobody was there for count as one: the next is after `now`. */
export function findNextAfterRun(timing: Timing, slot: Date, now: Date): Date | null {
  if (timing.kind !== "interval") return findNext(timing, slot > now ? slot : now);
  const stepMs = timing.everySeconds * 1000;
  const passed = Math.floor(Math.max(0, now.getTime() - slot.getTime()) / stepMs);
  return new Date(slot.getTime() + (passed + 1) * stepMs);
}

/** What is wrong with it, for people; null when it can run. */
export function findFault(timing: Timing): { field: "cron" | "timeZone"; message: string } | null {
  if (timing.kind !== "cron") return null;
  if (!isTimeZone(timing.timeZone)) {
    return { field: "timeZone", message: "There is no such time zone." };
  }
  if (timing.cron.trim().split(/\s+/).length !== 5 || !hasNext(timing)) {
    return { field: "cron", message: CRON_FAULT };
  }
  return null;
}

const CRON_FAULT =
  "Five fields that a time can fit: minute, hour, day, month, weekday. For example 30 6 * * 1-5.";

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}

function hasNext(timing: Extract<Timing, { kind: "cron" }>): boolean {
  try {
    return Boolean(nextOfCron(timing, new Date()));
  } catch {
    return false;
  }
}

/** The same words for the same timing. */
export function wordsOf(timing: Timing): string {
  switch (timing.kind) {
    case "cron":
      return `${timing.cron} (${timing.timeZone})`;
    case "interval":
      return `every ${timing.everySeconds} s`;
    case "once":
      return `once at ${timing.at.toISOString()}`;
  }
}
