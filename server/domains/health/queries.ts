import type { Services } from "#server/platform/context.ts";
import { checkAuditLog } from "./audit-check.ts";
import { checkDatabase, checkMigrations, checkReplicas, checkWorkers } from "./database-checks.ts";
import { examine } from "./findings.ts";
import { checkDisk, checkEventLoop, checkMemory } from "./host-checks.ts";
import { checkLive } from "./live-check.ts";
import { checkMail } from "./mail-check.ts";
import type { Health, HealthCheck, HealthStatus } from "./schema.ts";
import { readVersions } from "./versions.ts";

/** Every check side by side, each under its own deadline: complete within 1 s whatever hangs. */
export async function getHealth(services: Services): Promise<Health> {
  const hasReplicas = services.replicas.describe().length > 0;
  const checks = await Promise.all([
    examine("database", () => checkDatabase(services)),
    ...(hasReplicas ? [examine("replicas", () => checkReplicas(services))] : []),
    examine("migrations", () => checkMigrations(services)),
    examine("workers", () => checkWorkers(services)),
    examine("audit-log", () => checkAuditLog(services)),
    examine("mail", () => checkMail(services)),
    examine("live", () => checkLive(services)),
    examine("disk", () => checkDisk(services)),
    examine("memory", checkMemory),
    examine("event-loop", () => checkEventLoop(services)),
  ]);
  return {
    status: worst(checks),
    checkedAt: services.now(),
    uptimeSeconds: Math.round(process.uptime()),
    checks,
    versions: readVersions(postgresVersion(checks)),
  };
}

function worst(checks: readonly HealthCheck[]): HealthStatus {
  const statuses = checks.map(({ status }) => status);
  if (statuses.includes("down")) return "down";
  return statuses.includes("degraded") ? "degraded" : "ok";
}

function postgresVersion([database]: readonly HealthCheck[]): string {
  return database?.facts.find(({ label }) => label === "Version")?.value ?? "unknown";
}
