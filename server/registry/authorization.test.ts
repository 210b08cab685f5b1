import { readdirSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signInThrottles } from "#db/schema/auth.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import type { User } from "#server/domains/users/schema.ts";
import { DIRECT_ROUTES, WEB_ROUTES } from "#server/http/routes.ts";
import { inPersonOf } from "#server/platform/access/catalog.ts";
import { projectRoot } from "#server/project-root.ts";
import { PAGE_ROWS, ROUTE_ROWS } from "#server/testing/address-matrix.ts";
import {
  ACTORS,
  type ActorName,
  PROCEDURE_ROWS,
  type TargetName,
} from "#server/testing/authorization-matrix.ts";
import type { TestWorld } from "#server/testing/context.ts";
import { impersonate } from "#server/testing/impersonation.ts";
import { statusFor } from "#server/testing/impersonator-matrix.ts";
import { aimAt, callProcedure, fingerprint, procedures } from "#server/testing/procedure-calls.ts";
import type { Program } from "#server/testing/program.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";

let started: ProgramWorld;
let world: TestWorld;
let program: Program;
let cookies: Record<ActorName, string | undefined>;
let people: Record<ActorName, User | undefined>;
let targets: Record<TargetName, User>;

beforeAll(async () => {
  started = await startProgramWorld();
  world = started.world;
  program = started.program;
}, 60_000);

afterAll(() => started.close());

beforeEach(async () => {
  const { db } = world.services;
  await db.delete(signInThrottles);
  people = {
    anonymous: undefined,
    revoked: await world.createUser({ roles: ["owner"] }),
    suspended: await world.createUser({ roles: ["owner"] }),
    viewer: await world.createUser({ roles: ["viewer"] }),
    support: await world.createUser({ roles: ["support"] }),
    admin: await world.createUser({ roles: ["admin"] }),
    owner: await world.createUser({ roles: ["owner"] }),
    impersonator: undefined,
  };
  cookies = { ...people } as never;
  for (const name of ACTORS) cookies[name] = await cookieOf(people[name]);
  cookies.impersonator = await cookiesOfImpersonator();
  await db.delete(sessions).where(eq(sessions.userId, people.revoked?.id ?? ""));
  await db
    .update(users)
    .set({ status: "suspended" })
    .where(eq(users.id, people.suspended?.id ?? ""));
  targets = {
    viewer: await world.createUser({ roles: ["viewer"] }),
    admin: await world.createUser({ roles: ["admin"] }),
    owner: await world.createUser({ roles: ["owner"] }),
  };
});

async function cookieOf(user: User | undefined): Promise<string | undefined> {
  if (!user) return undefined;
  return (await started.openSession(user)).cookie;
}

/** An owner in the name of an admin. */
async function cookiesOfImpersonator(): Promise<string> {
  const owner = await world.createUser({ roles: ["owner"] });
  const admin = await world.createUser({ roles: ["admin"] });
  const { token, impersonation } = await impersonate(world, owner, admin);
  return `authjs.session-token=${token}; binnacle.impersonation=${impersonation}`;
}

async function send(request: string, actor: ActorName): Promise<number> {
  const cookie = cookies[actor];
  const headers: HeadersInit = cookie ? { cookie } : {};
  const response = await fetch(program.url + request, { redirect: "manual", headers });
  await response.arrayBuffer();
  return response.status;
}

describe("the matrix is complete", () => {
  test("every procedure has a row, and every row a procedure", () => {
    expect([...new Set(PROCEDURE_ROWS.map((row) => row.path))].sort()).toEqual(
      Object.keys(procedures).sort(),
    );
  });

  test("every procedure says its permission or why it needs none, what it does, and gives an example", () => {
    for (const [name, { _def }] of Object.entries(procedures)) {
      expect(_def.meta.description, name).toMatch(/\w{3}/);
      expect(Boolean(_def.meta.permission) !== Boolean(_def.meta.reason), name).toBe(true);
      const needsInput = "inputs" in _def && (_def.inputs as unknown[]).length > 0;
      if (needsInput) expect(_def.meta.example, name).toBeDefined();
      expect("output" in _def ? _def.output : undefined, name).toBeDefined();
    }
  });

  test("every route has a row, and every row a route", () => {
    expect(ROUTE_ROWS.map((row) => row.route).sort()).toEqual(
      [...WEB_ROUTES, ...DIRECT_ROUTES].map((route) => route.path).sort(),
    );
  });

  test("every page has a row, and every row a page", () => {
    expect(PAGE_ROWS.map((row) => row.page).sort()).toEqual(listPages().sort());
  });
});

function listPages(directory = path.join(projectRoot, "app"), route = ""): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "page.tsx") return [route || "/"];
    if (!entry.isDirectory()) return [];
    const segment = entry.name.startsWith("(") ? "" : `/${entry.name}`;
    return listPages(path.join(directory, entry.name), route + segment);
  });
}

const rowName = ({ path: name, target }: (typeof PROCEDURE_ROWS)[number]) =>
  `${name}${target ? ` on ${target}` : ""}`;

/** Each call on a target of its own; a refused one must leave every row as it was. */
async function expectOutcome(
  row: (typeof PROCEDURE_ROWS)[number],
  actor: ActorName,
): Promise<void> {
  const what = `${rowName(row)} by ${actor}`;
  await world.services.db.delete(signInThrottles);
  const target = row.target && (await world.createUser({ roles: targets[row.target].roles }));
  const sessionId = target ? (await started.openSession(target)).sessionId : "";
  const before = await fingerprint(world);
  const { status } = await callProcedure({
    url: program.url,
    path: row.path,
    input: aimAt({ user: target, sessionId }, procedures[row.path]?._def.meta.example),
    cookie: cookies[actor],
  });
  expect(status, what).toBe(statusFor(row.path, row.statuses, actor));
  if (status === 401 || status === 403) expect(await fingerprint(world), what).toBe(before);
}

describe("over HTTP", () => {
  test.each(PROCEDURE_ROWS.map((row) => [rowName(row), row] as const))("%s", async (_, row) => {
    for (const actor of ACTORS) await expectOutcome(row, actor);
  });

  test.each(ROUTE_ROWS)("$route", async ({ route, request, statuses }) => {
    for (const actor of ACTORS) {
      const status = statusFor(route, statuses, actor);
      expect(await send(request, actor), `${request} by ${actor}`).toBe(status);
    }
  });

  test.each(PAGE_ROWS)("page $page", async ({ page, request, statuses }) => {
    for (const actor of ACTORS) {
      const status = await send(request.replace("{target}", targets.viewer.id), actor);
      expect(status, `${request} by ${actor}`).toBe(statusFor(page, statuses, actor));
    }
  });

  test("a revoked session's next request is 401", async () => {
    const owner = people.owner;
    if (!owner) throw new Error("no owner");
    const list = () => send("/api/trpc/account.get", "owner");
    expect(await list()).toBe(200);
    await world.services.db.delete(sessions).where(eq(sessions.userId, owner.id));
    expect(await list()).toBe(401);
  });

  test("whoever acts as somebody is told so where only the person themselves may go", async () => {
    const refused = Object.keys(procedures).filter((path) => isForPersonsThemselves(path));
    expect(refused.length).toBeGreaterThan(10);
    for (const path of refused) {
      const { status, body } = await callProcedure({
        url: program.url,
        path,
        input: procedures[path]?._def.meta.example,
        cookie: cookies.impersonator,
      });
      expect(status, path).toBe(403);
      expect(body, path).toMatch(/You are acting as User \d+, and this is done only as oneself/);
    }
  });
});

/** By the catalogue of permissions alone, so that a procedure to come is among them. */
function isForPersonsThemselves(path: string): boolean {
  const { permission } = procedures[path]?._def.meta ?? {};
  const extent = permission && inPersonOf(permission);
  return extent === "always" || (extent === "changes" && procedures[path]?._def.type !== "query");
}
