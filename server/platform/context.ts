import type { Database } from "#db/client.ts";
import type { Config } from "#server/config.ts";
import type { RoleKey } from "./access/catalog.ts";
import type { HeldGrant, Permissions } from "./access/decide.ts";
import type { ErrorReports } from "./error-reports/reports.ts";
import type { EventBus } from "./events/bus.ts";
import type { Logger } from "./logger.ts";
import type { Mailer } from "./mailer/mailer.ts";
import type { Metrics } from "./metrics.ts";
import type { Queue } from "./queue/queue.ts";
import type { Replicas } from "./replicas/replicas.ts";
import type { RequestInfo } from "./request-scope.ts";
import type { RetryBudget } from "./retry.ts";
import type { LiveSettings } from "./settings/live.ts";

/** A signed-in person, as resolved from their session for this request. */
export interface UserActor {
  kind: "user";
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  emailVerifiedAt: Date | null;
  department: string | null;
  roles: readonly RoleKey[];
  /** What the roles grant, with their conditions. */
  grants: readonly HeldGrant[];
  /** What they allow at the time and from the address of this request, and on which records. */
  permissions: Permissions;
  /** Who acts in this person's name, through which session of their own, and until when. */
  impersonator?: { userId: string; name: string; sessionId: string; endsAt: Date };
}

/** A job, the command line or the process itself; it passes the door because an operator runs it. */
export interface SystemActor {
  kind: "system";
  name: string;
}

export type Actor = UserActor | SystemActor;

/** Whose name stands beside what was done. */
export const nameOfActor = ({ actor }: { actor: Actor | undefined }): string =>
  actor?.name ?? "somebody unknown";

/** What lives as long as the process. */
export interface Services {
  config: Config;
  db: Database["db"];
  raw: Database["raw"];
  probe: Database["probe"];
  replicas: Replicas;
  log: Logger;
  metrics: Metrics;
  retryBudget: RetryBudget;
  settings: LiveSettings;
  /** Where work for later goes, within the caller's transaction. */
  queue: Queue;
  mailer: Mailer;
  /** Where errors that nobody expected are gathered. */
  errors: ErrorReports;
  /** What has happened, in all processes. */
  events: EventBus;
  /** The address that links in mail start with; no trailing slash. */
  publicUrl: string;
  now(): Date;
  newId(): string;
}

/** What a procedure and everything below it receives. */
export interface Context extends Services {
  actor: Actor | undefined;
  request: RequestInfo;
  /** The newest event that was known before the actor's rights were read: those rights agree with it. */
  rightsAsOf?: number;
  /** Values of `Set-Cookie` for the answer: sign-in and sign-out. */
  setCookies: string[];
  /** The `Idempotency-Key` that the call came with, and whether its answer is that of an earlier one. */
  idempotency?: { key: string; isReplayed: boolean } | undefined;
  /** The audit entry whose change is being taken back. */
  revertOf?: string;
}

export function createSystemContext(services: Services, name: string): Context {
  return {
    ...services,
    actor: { kind: "system", name },
    request: { id: services.newId(), address: "local", userAgent: name },
    setCookies: [],
  };
}
