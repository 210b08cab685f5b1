import { randomUUID } from "node:crypto";

const MAX_SEQUENCE = 0xfff;
/** A new millisecond starts low, so that there is room to count up in. */
const MAX_START = 0x3ff;

let last = { msecs: 0, sequence: 0 };

/**
 * A new UUIDv7 (RFC 9562): ids of one process sort in the order in which they were made. Given a
 * time, the id is as of that millisecond, in no order within it.
 */
export function newId(options?: { msecs: number }): string {
  const random = randomUUID();
  if (options) return format(options.msecs, random.slice(15, 18), random);
  const now = Date.now();
  if (now > last.msecs) last = { msecs: now, sequence: startOf(random) };
  else if (last.sequence < MAX_SEQUENCE) last.sequence += 1;
  else last = { msecs: last.msecs + 1, sequence: startOf(random) };
  return format(last.msecs, last.sequence.toString(16).padStart(3, "0"), random);
}

function startOf(random: string): number {
  return Number.parseInt(random.slice(15, 18), 16) & MAX_START;
}

/** Version 4 and 7 differ in the 60 bits before the variant: time and sequence instead of chance. */
function format(msecs: number, sequence: string, random: string): string {
  const time = msecs.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}${random.slice(18)}`;
}
