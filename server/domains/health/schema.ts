import { z } from "zod";

export const HealthStatus = z.enum(["ok", "degraded", "down"]);
export type HealthStatus = z.infer<typeof HealthStatus>;

/** One dependency or resource. `detail` is a sentence for people, `facts` are label and value pairs. */
export const HealthCheck = z.strictObject({
  name: z.enum([
    "database",
    "replicas",
    "migrations",
    "workers",
    "audit-log",
    "mail",
    "live",
    "disk",
    "memory",
    "event-loop",
  ]),
  status: HealthStatus,
  detail: z.string(),
  durationMs: z.number(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
});
export type HealthCheck = z.infer<typeof HealthCheck>;

export const Health = z.strictObject({
  status: HealthStatus,
  checkedAt: z.date(),
  uptimeSeconds: z.number(),
  checks: z.array(HealthCheck),
  versions: z.array(z.strictObject({ name: z.string(), version: z.string() })),
});
export type Health = z.infer<typeof Health>;
