import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Context } from "#server/platform/context.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { inTransaction } from "../transaction.ts";
import { defineJob, type JobDefinition } from "./catalog.ts";
import type { RegisteredJob } from "./job-run.ts";

const payload = z.strictObject({ depth: z.int() });
const NEST = defineJob({ name: "test.nest", description: "Makes another", payload });
const TRACE = "0af7651916cd43dd8448eb211c80319c";

let world: JobWorld;
const seen: Pick<Context, "request" | "actor">[] = [];

/** Makes one more job, until there are three. */
async function run(ctx: Context, { payload: { depth } }: { payload: z.infer<typeof payload> }) {
  seen.push({ request: ctx.request, actor: ctx.actor });
  if (depth === 3) return;
  await inTransaction(ctx, (tx) =>
    ctx.queue.enqueue(tx, ctx, { definition: NEST, payload: { depth: depth + 1 } }),
  );
}

beforeAll(async () => {
  world = await createJobWorld([{ definition: NEST as JobDefinition, run } as RegisteredJob]);
});
afterAll(() => world.close());

test("a job knows the request, the trace and the person that caused it, and the job in whose run it was made", async () => {
  const ctx = world.as(await world.createUser({ name: "Ada Lovelace", roles: ["admin"] }));
  ctx.request = { ...ctx.request, id: "request-1", traceId: TRACE };
  const first = await inTransaction(ctx, (tx) =>
    ctx.queue.enqueue(tx, ctx, { definition: NEST, payload: { depth: 1 } }),
  );
  const worker = await world.startWorker();
  try {
    await vi.waitFor(() => expect(seen).toHaveLength(3), 10_000);
  } finally {
    await worker.stop();
  }
  for (const { request } of seen)
    expect(request).toMatchObject({ id: "request-1", traceId: TRACE });
  const rows = await world.services.db.execute<{ id: string; cause: Record<string, unknown> }>(
    `select id, data -> 'cause' as cause from pgboss.job order by data -> 'payload' -> 'depth'`,
  );
  const [one, two, three] = rows;
  expect(one?.id).toBe(first);
  expect(one?.cause).toMatchObject({ actor: { kind: "user", name: "Ada Lovelace" } });
  expect([one, two, three].map((row) => row?.cause.jobId)).toEqual([undefined, one?.id, two?.id]);
  expect(seen.map(({ request }) => request.jobId)).toEqual(rows.map(({ id }) => id));
});
