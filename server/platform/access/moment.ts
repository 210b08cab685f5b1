import { BlockList, isIP } from "node:net";
import type { Conditions, TimeWindow } from "./schema.ts";

/** When and from where somebody asks. */
export interface Moment {
  now: Date;
  /** An IP address; anything else is in no network. */
  address: string;
}

/** Whether a grant says when or from where: then what it allows differs from request to request. */
export function isMomentary({ time, network }: Conditions): boolean {
  return time !== undefined || network !== undefined;
}

const MINUTES_PER_HOUR = 60;
const DAYS_PER_WEEK = 7;

/** Whether the wall clock of the window's time zone stands inside it. */
export function isWithin({ days, from, to, timeZone }: TimeWindow, now: Date): boolean {
  const { day, minute } = wallClock(timeZone, now);
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const isToday = days.includes(day);
  if (start < end) return isToday && minute >= start && minute < end;
  const isSinceYesterday = days.includes(day === 1 ? DAYS_PER_WEEK : day - 1);
  return (isToday && minute >= start) || (isSinceYesterday && minute < end);
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * MINUTES_PER_HOUR + Number(minutes);
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The ISO weekday (1 is Monday) and the minute of the day. */
function wallClock(timeZone: string, now: Date): { day: number; minute: number } {
  const parts = clockOf(timeZone).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? "";
  return {
    day: WEEKDAYS.indexOf(part("weekday")) + 1,
    minute: Number(part("hour")) * MINUTES_PER_HOUR + Number(part("minute")),
  };
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(timeZone, clock);
  return clock;
}

const blockLists = new WeakMap<readonly string[], BlockList>();

/** Whether the address is in one of the networks. */
export function isInside(networks: readonly string[], address: string): boolean {
  const family = isIP(address);
  return family !== 0 && blockListOf(networks).check(address, family === 6 ? "ipv6" : "ipv4");
}

function blockListOf(networks: readonly string[]): BlockList {
  const known = blockLists.get(networks);
  if (known) return known;
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", prefix] = network.split("/");
    list.addSubnet(base, Number(prefix), isIP(base) === 6 ? "ipv6" : "ipv4");
  }
  blockLists.set(networks, list);
  return list;
}
