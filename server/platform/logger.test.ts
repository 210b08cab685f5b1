import { expect, test } from "vitest";
import { createLogger } from "./logger.ts";
import { runInRequestScope } from "./request-scope.ts";

function capture() {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger("info", {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  return { log, lines };
}

test("secrets are redacted at any depth, and the logged object is left alone", () => {
  const { log, lines } = capture();
  const input = {
    password: "hunter2",
    user: { name: "Ada", sessions: [{ token: "hunter2" }] },
    headers: { cookie: "hunter2", accept: "*/*" },
  };
  log.info({ input, authorization: "hunter2" }, "sign-in");
  expect(JSON.stringify(lines)).not.toContain("hunter2");
  expect(lines[0]).toMatchObject({
    authorization: "[redacted]",
    input: {
      password: "[redacted]",
      user: { name: "Ada", sessions: [{ token: "[redacted]" }] },
      headers: { accept: "*/*" },
    },
  });
  expect(input.password).toBe("hunter2");
});

test("a database error is logged without the values of its statement", () => {
  const { log, lines } = capture();
  const cause = Object.assign(new Error("duplicate key"), {
    code: "23505",
    detail: "Key (email)=(ada@example.com) already exists.",
    parameters: ["ada@example.com"],
  });
  const err = Object.assign(
    new Error("Failed query: insert into users values ($1)\nparams: ada@example.com,\nhunter2", {
      cause,
    }),
    { query: "insert into users values ($1)", params: ["ada@example.com", "hunter2"] },
  );
  log.error({ err }, "procedure failed");
  log.error({ err: cause }, "procedure failed");
  const text = JSON.stringify(lines);
  expect(text).not.toMatch(/ada@example|hunter2/);
  expect(text).toContain("Failed query: insert into users values ($1)");
  expect(text).toContain("duplicate key");
  expect(text).toContain("23505");
  expect(text).toContain("logger.test.ts");
});

test("lines written while a request is served carry its id", () => {
  const { log, lines } = capture();
  runInRequestScope({ id: "request-1", address: "", userAgent: "" }, () => log.info("inside"));
  log.info("outside");
  expect(lines.map((line) => line.requestId)).toEqual(["request-1", undefined]);
  expect(lines[0]).toMatchObject({ level: "info", time: expect.stringMatching(/Z$/) });
});
