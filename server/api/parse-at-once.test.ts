import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import { createRouter, openToAnyone } from "./trpc.ts";

let server: TestServer;
afterEach(() => server.close());

const opened = openToAnyone("For tests", { description: "For tests" });
const Waiting = z.string().refine(async () => true);
const One = z.strictObject({ a: z.string() });

const appRouter = createRouter({
  waits: opened.input(Waiting).query(({ input }) => input),
  answersTooMuch: opened.output(One).query(() => ({ a: "x", secret: "y" }) as never),
  answers: opened
    .input(One)
    .output(One)
    .query(({ input }) => input),
});

const ask = (path: string, input?: unknown) =>
  server.fetch(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`);

test("input and output are parsed", async () => {
  server = await startTestServer({ appRouter });
  expect((await ask("answers", { a: "x" })).status).toBe(200);
  expect((await ask("answers", { a: 1 })).status).toBe(422);
});

test.each([
  ["a schema that waits for something", "waits", "text"],
  ["an output that its schema does not allow", "answersTooMuch", undefined],
])("%s is our fault: 500, logged, and nothing of it is told", async (_, path, input) => {
  server = await startTestServer({ appRouter });
  const answer = await ask(path, input);
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).toContain("Something went wrong.");
  expect(text).not.toContain("secret");
  expect(server.lines).toContainEqual(expect.objectContaining({ msg: "procedure failed" }));
});
