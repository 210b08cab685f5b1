import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import type { ProcedureMeta } from "#server/api/trpc.ts";
import type { Program } from "#server/testing/program.ts";
import { type ProgramWorld, startProgramWorld } from "#server/testing/program-world.ts";
import { appRouter } from "./router.ts";

type Input = Record<string, unknown>;
interface Procedure {
  _def: { type: "query" | "mutation" | "subscription"; meta: ProcedureMeta; inputs: unknown[] };
}
interface Answer {
  status: number;
  body: string;
  fields: string[];
}

const withInput = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
  .filter(([, { _def }]) => _def.inputs.length > 0)
  .map(([name, { _def }]) => ({
    name,
    type: _def.type,
    example: _def.meta.example as Input,
    parses: (input: Input) =>
      (_def.inputs as ZodType[]).every((one) => one.safeParse(input).success),
  }));

let started: ProgramWorld;
let program: Program;
let cookie: string;

beforeAll(async () => {
  started = await startProgramWorld();
  program = started.program;
  const owner = await started.world.createUser({ roles: ["owner"] });
  cookie = (await started.openSession(owner)).cookie;
}, 60_000);

afterAll(() => started.close());

async function post(
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${program.url}/api/trpc/${path}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", "x-binnacle-csrf": "1", ...headers },
    body,
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text,
    fields: [...text.matchAll(/"path":"([^"]*)"/g)].map(([, path = ""]) => path),
  };
}

async function get(path: string, input: string): Promise<Answer> {
  const response = await fetch(
    `${program.url}/api/trpc/${path}?input=${encodeURIComponent(input)}`,
    { headers: { cookie } },
  );
  const text = await response.text();
  return {
    status: response.status,
    body: text,
    fields: [...text.matchAll(/"path":"([^"]*)"/g)].map(([, path = ""]) => path),
  };
}

function call({ name, type }: (typeof withInput)[number], json: string): Promise<Answer> {
  return type === "mutation" ? post(name, json) : get(name, json);
}

/** Refused as the caller's mistake, with the field named and nothing of the inside shown. */
function expectRefused(answer: Answer, field: string): void {
  expect(answer.status, answer.body).toBe(422);
  expect(answer.fields).toContain(field);
  expect(answer.body).not.toMatch(/stack|node_modules|\.ts:|select |ZodError/i);
}

const envelope = (input: unknown) => JSON.stringify({ json: input });

describe.each(withInput)("$name", (procedure) => {
  const { example } = procedure;
  const keys = Object.keys(example);
  const texts = keys.filter((key) => typeof example[key] === "string");

  test("an unknown field is refused by name", async () => {
    expectRefused(await call(procedure, envelope({ ...example, surprise: 1 })), "surprise");
  });

  test("__proto__, constructor and prototype are refused by name", async () => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      const json = `{"json":{"${key}":{"isAdmin":true},${JSON.stringify(example).slice(1)}}`;
      expectRefused(await call(procedure, json), key);
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test.each(keys)("%s of a wrong type is refused by name", async (key) => {
    for (const wrong of [{ nested: true }, [[]], 1e308, Number.NEGATIVE_INFINITY]) {
      const input = { ...example, [key]: wrong };
      // Any document is a payload, until its queue is known.
      if (key === "payload" && procedure.parses(input)) continue;
      const answer = await call(procedure, envelope(input));
      expect(answer.status, answer.body).toBe(422);
      expect(
        answer.fields.some((field) => field === key || field.startsWith(`${key}.`)),
        answer.body,
      ).toBe(true);
    }
  });

  test.each(texts)(
    "%s with NUL, a lone surrogate or a megabyte is no server error",
    async (key) => {
      for (const text of ["a\u0000b", "a\ud800b", "\udfff"]) {
        const answer = await call(procedure, envelope({ ...example, [key]: text + example[key] }));
        expect([401, 422], answer.body).toContain(answer.status);
        if (answer.status === 422) expect(answer.fields).toContain(key);
      }
      const long = envelope({ ...example, [key]: "x".repeat(1_000_000) });
      const answer = await post(procedure.name, long);
      expect([405, 413, 422], answer.body).toContain(answer.status);
      if (answer.status === 422) expect(answer.fields).toContain(key);
    },
  );

  test("no input, null, an array, text and broken JSON are 4xx", async () => {
    for (const json of [
      '{"json":null}',
      '{"json":[]}',
      '{"json":"x"}',
      "[]",
      "null",
      '{"json":',
      "{}",
      '{"json":{},"meta":{"values":{"__proto__.x":["Date"]}}}',
    ]) {
      const { status, body } = await call(procedure, json);
      expect(status, `${json} ${body}`).toBeGreaterThanOrEqual(400);
      expect(status, `${json} ${body}`).toBeLessThan(500);
    }
  });
});

test("a batch of 20 is answered, one of 21 or 2,000 refused", async () => {
  const batch = (size: number) => {
    const names = Array.from({ length: size }, () => "auth.ratePassword").join(",");
    const inputs = Object.fromEntries(
      Array.from({ length: size }, (_, index) => [index, { json: { password: "x" } }]),
    );
    return post(`${names}?batch=1`, JSON.stringify(inputs));
  };
  expect((await batch(20)).status).toBe(200);
  for (const size of [21, 2_000]) {
    const { status, body } = await batch(size);
    expect(status, body.slice(0, 300)).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
});

test("a path that names no procedure, and names out of the prototype, are 404", async () => {
  for (const name of [
    "nothing",
    "users.nothing",
    "__proto__",
    "constructor",
    "users.__proto__",
    "toString",
    "users.list.toString",
  ]) {
    expect((await post(name, "{}")).status, name).toBe(404);
  }
});

test("deeply nested JSON is refused without exhausting the stack", async () => {
  const depth = 100_000;
  const { status } = await post(
    "users.create",
    `{"json":${'{"a":'.repeat(depth)}1${"}".repeat(depth)}}`,
  );
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

test("the server is still well", async () => {
  expect((await get("account.get", "{}")).status).toBe(200);
  expect(program.output()).not.toMatch(/"level":"(error|fatal)"/);
});
