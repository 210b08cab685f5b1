import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signInThrottles } from "#db/schema/auth.ts";
import type { User } from "#server/domains/users/schema.ts";
import { reinstateUser, suspendUser } from "#server/domains/users/suspension.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import {
  ACTORS,
  LIMITED_GRANTS,
  LIMITED_ROWS,
  PROCEDURE_ROWS,
} from "#server/testing/authorization-matrix.ts";
import type { TestWorld } from "#server/testing/context.ts";
import { aimAt, callProcedure, fingerprint, procedures } from "#server/testing/procedure-calls.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";
import { grant, makeRole } from "#server/testing/roles.ts";

const OWN_DEPARTMENT = "Research";
const NAMES = ["Zaphod Outside", "Ximena Elsewhere", "Quentin Nowhere"];

let started: ProgramWorld;
let world: TestWorld;
let cookie: string;
let member: string;
let insider: User;
let strangers: User[];

beforeAll(async () => {
  started = await startProgramWorld();
  world = started.world;
  member = await makeRole(world, [grant("account.manage")]);
  const role = await makeRole(world, [
    ...LIMITED_GRANTS,
    grant("users.suspend", { time: anHourThatIsOver() }),
  ]);
  const limited = await world.createUser({ roles: [role], department: OWN_DEPARTMENT });
  cookie = (await started.openSession(limited)).cookie;
  insider = await createInsider();
  strangers = await createStrangers();
}, 60_000);

afterAll(() => started.close());

beforeEach(async () => {
  await world.services.db.delete(signInThrottles);
});

/** Every day from an hour that begins in six hours: never while this test runs. */
function anHourThatIsOver() {
  const at = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
  return { days: [1, 2, 3, 4, 5, 6, 7], from: at(6), to: at(7), timeZone: "UTC" };
}

const createInsider = () => world.createUser({ roles: [member], department: OWN_DEPARTMENT });

/** People of other departments and of none, one of them powerful, with traces in the audit log. */
async function createStrangers(): Promise<User[]> {
  const people = await Promise.all(
    NAMES.map((name, index) =>
      world.createUser({
        name,
        email: `${name.replace(" ", ".").toLowerCase()}@elsewhere.example`,
        roles: [index === 0 ? "owner" : member],
        department: ["Sales", null, "Head office"][index] ?? null,
      }),
    ),
  );
  const [owner, ...others] = people as [User, ...User[]];
  for (const { id: userId } of [insider, ...others]) {
    await suspendUser(world.as(owner), { userId, reason: undefined });
    await reinstateUser(world.as(owner), { userId });
  }
  await Promise.all(people.map((person) => started.openSession(person)));
  return people;
}

interface Aim {
  user: User | undefined;
  changes?: Record<string, unknown>;
}

async function call(path: string, { user, changes }: Aim) {
  const sessionId = user ? (await started.openSession(user)).sessionId : "";
  const before = await fingerprint(world);
  const example = aimAt({ user, sessionId }, procedures[path]?._def.meta.example);
  const input = changes ? { ...(example as object), ...changes } : example;
  const answer = await callProcedure({ url: started.program.url, path, input, cookie });
  if ([401, 403, 404].includes(answer.status))
    expect(await fingerprint(world), `${path} changed something`).toBe(before);
  return answer;
}

const grantsOf = (permission: Permission | null | undefined) =>
  LIMITED_GRANTS.filter((held) => held.permission === permission);

/** Whether the permission counts at this address, and then whether for some users only. */
function reachOf(permission: Permission | null | undefined): "none" | "some" | "all" {
  const [held] = grantsOf(permission);
  if (!held || held.conditions.network) return "none";
  return held.conditions.department ? "some" : "all";
}

test("every procedure whose permission counts for some users only has a row", () => {
  const limited = Object.keys(procedures).filter(
    (path) => reachOf(procedures[path]?._def.meta.permission) === "some",
  );
  const listed = LIMITED_ROWS.map(({ path }) => path);
  expect(limited.filter((path) => !listed.includes(path))).toEqual([]);
  expect(listed.filter((path) => !(path in procedures))).toEqual([]);
});

test.each(LIMITED_ROWS)("$path on a user of their own department and of another", async (row) => {
  const { path } = row;
  expect((await call(path, { user: await createInsider() })).status, "inside").toBe(row.inside);
  for (const user of strangers.slice(1))
    expect((await call(path, { user })).status, `${user.department}`).toBe(row.outside);
});

const listed = new Set(LIMITED_ROWS.map(({ path }) => path));
const unlisted = Object.entries(procedures)
  .filter(([path, { _def }]) => _def.meta.permission !== null && !listed.has(path))
  .map(([path, { _def }]) => [path, reachOf(_def.meta.permission)] as const);

test.each(unlisted)("%s, which counts for %s", async (path, reach) => {
  const asAdmin = PROCEDURE_ROWS.find((row) => row.path === path)?.statuses[
    ACTORS.indexOf("admin")
  ];
  const { status } = await call(path, { user: await createInsider() });
  expect(status).toBe(reach === "none" ? 403 : asAdmin);
});

/** The answer itself and what is packed into it (cursors). */
function readable(body: string): string {
  const packed = body.match(/[\w-]{16,}/g) ?? [];
  return [body, ...packed.map((text) => Buffer.from(text, "base64url").toString())].join("\n");
}

function expectNothingOf(people: User[], body: string, what: string): void {
  const text = readable(body).toLowerCase();
  for (const { id, name, email } of people)
    for (const trace of [id, name, email])
      expect(text.includes(trace.toLowerCase()), `${what} tells ${trace}: ${body}`).toBe(false);
}

const queries = Object.entries(procedures)
  .filter(([, { _def }]) => _def.type === "query")
  .map(([path]) => path);

test.each(queries)(
  "no answer of %s holds a name, an address or an id of a stranger",
  async (path) => {
    const hasInput = (procedures[path]?._def.inputs.length ?? 0) > 0;
    expectNothingOf(strangers, (await call(path, { user: insider })).body, path);
    if (!hasInput) return;
    for (const user of strangers) {
      expectNothingOf(strangers, (await call(path, { user })).body, path);
      const own = { userId: insider.id, record: { type: "user", id: user.id } };
      expectNothingOf(strangers, (await call(path, { user, changes: own })).body, path);
    }
  },
);

test("lists find no stranger, whatever is searched, filtered or sorted by, and do not count them", async () => {
  const [stranger] = strangers as [User];
  const sorts = ["name", "email", "createdAt", "updatedAt", "lastSignInAt"];
  const asked = [
    { search: stranger.name },
    { search: "elsewhere.example" },
    { filter: { all: [{ field: "roles", operator: "hasAnyOf", value: ["owner"] }] } },
    { filter: { all: [{ field: "name", operator: "contains", value: "Zaphod" }] } },
  ];
  for (const changes of asked) {
    const { body } = await call("users.list", {
      user: undefined,
      changes: { ...NO_FILTER, ...changes },
    });
    expectNothingOf(strangers.slice(1), body, "users.list");
    expect(JSON.parse(body).result.data.json, body).toMatchObject({ items: [], total: 0 });
  }
  for (const field of sorts) {
    const sort = [{ field, direction: "asc" }];
    const changes = { ...NO_FILTER, sort, limit: 1 };
    const { body } = await call("users.list", { user: undefined, changes });
    expectNothingOf(strangers, body, `users.list by ${field}`);
    const total = await world.services
      .raw`select count(*)::int from users where department = ${OWN_DEPARTMENT}`;
    expect(JSON.parse(body).result.data.json.total).toBe(total[0]?.count);
  }
});

const NO_FILTER = { filter: undefined, search: undefined };
