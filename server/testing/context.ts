import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { users } from "#db/schema/users.ts";
import { loadConfig } from "#server/config.ts";
import { createEventSource } from "#server/domains/events/publish.ts";
import type { Topic } from "#server/domains/events/topics.ts";
import type { User } from "#server/domains/users/schema.ts";
import { settle } from "#server/platform/access/decide.ts";
import { readRoleBook, systemRoles } from "#server/platform/access/role-book.ts";
import type { Context, Services, UserActor } from "#server/platform/context.ts";
import { createErrorReports } from "#server/platform/error-reports/reports.ts";
import { createEventBus } from "#server/platform/events/bus.ts";
import { newId } from "#server/platform/ids.ts";
import { createMailer } from "#server/platform/mailer/mailer.ts";
import { createMetrics } from "#server/platform/metrics.ts";
import { createQueue } from "#server/platform/queue/queue.ts";
import { withoutReplicas } from "#server/platform/replicas/replicas.ts";
import { createRetryBudget } from "#server/platform/retry.ts";
import { createLiveSettings } from "#server/platform/settings/live.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

type Person = Pick<User, "id" | "name" | "email" | "roles"> & Partial<Pick<User, "department">>;

export interface TestWorld {
  database: TestDatabase;
  services: Services;
  /** Somebody who is not signed in. */
  anonymous(overrides?: Partial<Context>): Context;
  /** The user signed in (the session itself is not in the database). */
  as(user: Person): Context & { actor: UserActor };
  /** The same with custom roles as they are stored, at the time and from the address of `as`. */
  asHolder(user: Person, overrides?: Partial<Context>): Promise<Context & { actor: UserActor }>;
  createUser(overrides?: Partial<User>): Promise<User>;
  /** Moves the clock that services read. */
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

/** Services on a database of their own, with a clock that the test moves. */
export async function createTestWorld(
  options: { topics?: readonly Topic[]; poolSize?: number } = {},
): Promise<TestWorld> {
  const { topics = [], poolSize } = options;
  const database = await createTestDatabase(poolSize ? { poolSize } : {});
  let offset = 0;
  const now = () => new Date(Date.now() + offset);
  const services = createServices(database, { now, topics });
  const anonymous = (overrides: Partial<Context> = {}): Context => ({
    ...services,
    actor: undefined,
    request: { id: newId(), address: "192.0.2.1", userAgent: "Vitest" },
    setCookies: [],
    ...overrides,
  });
  return {
    database,
    services,
    anonymous,
    as: (user) => ({ ...anonymous(), actor: actorOf(user) }),
    async asHolder(user, overrides) {
      const ctx = anonymous(overrides);
      const { grants } = (await readRoleBook(services.db)).holdingOf(user.roles);
      const permissions = settle(grants, { now: ctx.now(), address: ctx.request.address });
      return { ...ctx, actor: { ...actorOf(user), grants, permissions } };
    },
    createUser: (overrides) => createUser(services, overrides),
    advance(milliseconds) {
      offset += milliseconds;
    },
    async close() {
      await services.events.stop();
      await database.close();
    },
  };
}

function createServices(
  { db, raw, probe, listener }: TestDatabase,
  given: { now: () => Date; topics: readonly Topic[] },
): Services {
  const { config } = loadConfig({
    env: { NODE_ENV: "test", AUTH_SECRET: "test-secret-test-secret-test-secret!" },
    directory: path.join(tmpdir(), "binnacle-test-config"),
  });
  const log = pino({ level: "silent" });
  const queue = createQueue({ db, log });
  const source = createEventSource({ db, queue, topics: given.topics });
  return {
    config,
    db,
    raw,
    probe,
    replicas: withoutReplicas(db),
    log,
    metrics: createMetrics(),
    retryBudget: createRetryBudget(),
    settings: createLiveSettings({ config, db, log }),
    queue,
    mailer: createMailer(config),
    errors: createErrorReports({ db, log, now: given.now, newId }),
    events: createEventBus({ source, listener, log }),
    publicUrl: "http://localhost:3000",
    now: given.now,
    newId,
  };
}

function actorOf(user: Person): UserActor {
  const { grants, permissions } = systemRoles.holdingOf(user.roles);
  return {
    kind: "user",
    userId: user.id,
    sessionId: newId(),
    name: user.name,
    email: user.email,
    emailVerifiedAt: null,
    department: user.department ?? null,
    roles: user.roles,
    grants,
    permissions: permissions ?? new Map(),
  };
}

let counter = 0;

async function createUser(services: Services, overrides: Partial<User> = {}): Promise<User> {
  const number = ++counter;
  const user: User = {
    id: newId(),
    email: `user-${number}@example.com`,
    name: `User ${number}`,
    roles: ["viewer"],
    department: null,
    status: "active",
    suspendedReason: null,
    suspendedUntil: null,
    deletedAt: null,
    emailVerifiedAt: null,
    avatarTag: null,
    lastSignInAt: null,
    createdAt: services.now(),
    updatedAt: services.now(),
    version: 1,
    ...overrides,
  };
  const isDeleted = user.status === "deleted";
  const trashed = { deletedAt: services.now(), statusBeforeDeletion: "active" } as const;
  await services.db.insert(users).values({ ...user, ...(isDeleted && trashed) });
  return user;
}
