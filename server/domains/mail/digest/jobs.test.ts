import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createCallerFactory } from "#server/api/trpc.ts";
import { accountRouter } from "#server/domains/account/router.ts";
import type { RegisteredJob } from "#server/platform/queue/job-run.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createAccount, mailsTo } from "#server/testing/accounts.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { SEND_DIGEST } from "../catalog.ts";
import { sendDigest } from "./jobs.ts";

let world: JobWorld;
let stop: () => Promise<void>;
const account = createCallerFactory(accountRouter);

beforeAll(async () => {
  const job = { definition: SEND_DIGEST, run: sendDigest } as unknown as RegisteredJob;
  world = await createJobWorld([job], { superviseIntervalSeconds: 1 });
  const worker = await world.startWorker();
  stop = () => worker.stop(1);
});
afterAll(async () => {
  await stop();
  await world.close();
});

test("whoever wants the digest gets it once, with what they may see; nobody else does", async () => {
  const owner = await createAccount(world, { roles: ["owner"] });
  const viewer = await createAccount(world, { roles: ["viewer"] });
  const unasked = await createAccount(world, { roles: ["owner"] });
  for (const user of [owner, viewer]) {
    await account(world.as(user)).chooseMail({ category: "digest", isWanted: true });
  }
  const ctx = world.anonymous();
  await inTransaction(ctx, (tx) =>
    ctx.queue.enqueue(tx, ctx, { definition: SEND_DIGEST, payload: { days: 7 } }),
  );
  await vi.waitFor(async () => expect(await mailsTo(world, viewer.email)).toHaveLength(1), {
    timeout: 20_000,
  });
  const [[seenByOwner, more], [seenByViewer], none] = await Promise.all([
    mailsTo(world, owner.email, "digest"),
    mailsTo(world, viewer.email, "digest"),
    mailsTo(world, unasked.email, "digest"),
  ]);
  expect(more).toBeUndefined();
  expect(none).toHaveLength(0);
  expect(seenByOwner?.text).toMatch(/^New users +3$/m);
  expect(seenByOwner?.text).toMatch(/^Mails not delivered +0$/m);
  expect(seenByOwner?.text).toContain("Nothing failed.");
  expect(seenByViewer?.text).not.toMatch(/Sign-ins|Jobs|Mails not delivered/);
  expect(seenByOwner?.text).toContain("/unsubscribe?token=");
});
