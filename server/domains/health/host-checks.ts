import { statfs } from "node:fs/promises";
import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import type { Services } from "#server/platform/context.ts";
import { TELLING_MS } from "#server/platform/event-loop.ts";
import { projectRoot } from "#server/project-root.ts";
import { type Finding, fact, formatBytes, formatMilliseconds, formatShare } from "./findings.ts";

const LOW_DISK_SHARE = 0.1;
const FULL_DISK_SHARE = 0.03;
const HIGH_MEMORY_SHARE = 0.9;
const LATE_MS = 100;
const BUSY_SHARE = 0.9;

/** The file system that holds the data directory (the program's own, while there is none yet). */
export async function checkDisk({ config }: Services): Promise<Finding> {
  const disk = await statfs(config.dataDirectory).catch(() => statfs(projectRoot));
  const freeShare = disk.bavail / disk.blocks;
  return {
    ...describeDisk(freeShare),
    facts: [
      fact("Free", `${formatBytes(disk.bavail * disk.bsize)} (${formatShare(freeShare)})`),
      fact("Size", formatBytes(disk.blocks * disk.bsize)),
      fact("Directory", config.dataDirectory),
    ],
  };
}

function describeDisk(freeShare: number): Pick<Finding, "status" | "detail"> {
  if (freeShare < FULL_DISK_SHARE) return { status: "down", detail: "The disk is full." };
  if (freeShare < LOW_DISK_SHARE) return { status: "degraded", detail: "The disk is nearly full." };
  return { status: "ok", detail: "There is room on the disk." };
}

/** This process against V8's heap limit and against what its container or machine has. */
export function checkMemory(): Finding {
  const { rss, heapUsed } = process.memoryUsage();
  const heapLimit = getHeapStatistics().heap_size_limit;
  const available = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
  const isHigh = heapUsed > heapLimit * HIGH_MEMORY_SHARE || rss > available * HIGH_MEMORY_SHARE;
  return {
    status: isHigh ? "degraded" : "ok",
    detail: isHigh ? "Memory is nearly used up." : "There is memory to spare.",
    facts: [
      fact("Resident", formatBytes(rss)),
      fact("Heap", `${formatBytes(heapUsed)} of ${formatBytes(heapLimit)}`),
      fact("Available", formatBytes(available)),
    ],
  };
}

/** How late timers fire in this process, and how busy it is. */
export function checkEventLoop({ metrics }: Services): Finding {
  const { p50Ms, p99Ms, maxMs, utilization, coveredMs } = metrics.eventLoop.read();
  const isBusy = coveredMs >= TELLING_MS && (p99Ms > LATE_MS || utilization > BUSY_SHARE);
  return {
    status: isBusy ? "degraded" : "ok",
    detail: isBusy ? "This process is busy: answers are late." : "This process keeps up.",
    facts: [
      fact("Delay, median", formatMilliseconds(p50Ms)),
      fact("Delay, 99th percentile", formatMilliseconds(p99Ms)),
      fact("Delay, longest", formatMilliseconds(maxMs)),
      fact("Busy", formatShare(utilization)),
    ],
  };
}
