import type { HealthCheck, HealthStatus } from "./schema.ts";

/** What one check saw. */
export interface Finding {
  status: HealthStatus;
  detail: string;
  facts: HealthCheck["facts"];
}

const NO_ANSWER_MS = 900;

/** Runs a check under a deadline; what it throws is its finding, as a sentence. */
export async function examine(
  name: HealthCheck["name"],
  check: () => Promise<Finding> | Finding,
): Promise<HealthCheck> {
  const startedAt = performance.now();
  const finding = await within(check).catch((error: unknown): Finding => {
    return { status: "down", detail: explain(error), facts: [] };
  });
  return { name, ...finding, durationMs: performance.now() - startedAt };
}

async function within(check: () => Promise<Finding> | Finding): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No answer in time")), NO_ANSWER_MS);
  });
  try {
    return await Promise.race([check(), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.endsWith(".") ? message : `${message}.`;
}

export const fact = (label: string, value: string | number) => ({ label, value: String(value) });

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

export function formatBytes(sizeBytes: number): string {
  const power = sizeBytes < 1 ? 0 : Math.floor(Math.log10(sizeBytes) / 3);
  const unit = Math.min(power, BYTE_UNITS.length - 1);
  return `${(sizeBytes / 1000 ** unit).toFixed(unit === 0 ? 0 : 1)} ${BYTE_UNITS[unit]}`;
}

export const formatMilliseconds = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;
export const formatShare = (share: number) => `${(share * 100).toFixed(0)} %`;
