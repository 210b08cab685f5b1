import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMailWorld, type MailWorld, samples } from "#server/testing/mail-world.ts";
import { startResendPeer } from "#server/testing/resend-peer.ts";
import { sendMailAgain } from "../service.ts";
import { SEND_MAIL } from "./catalog.ts";
import { reconcileMail } from "./jobs.ts";

const MINUTE = 60;

let world: MailWorld;
let peer: Awaited<ReturnType<typeof startResendPeer>>;

beforeEach(async () => {
  world = await createMailWorld();
  peer = await startResendPeer();
  world.use({ resendApiKey: "re_test", resendBaseUrl: peer.url });
});
afterEach(async () => {
  await world.close();
  await peer.close();
});

/** A mail that has waited for ten minutes. */
async function writeOld(): Promise<string> {
  const id = await world.write(samples.signIn("ada@example.com"));
  await world.age(id, 10 * MINUTE);
  return id;
}

async function steerJob(action: "cancel" | "deleteJob"): Promise<void> {
  const [job] = await world.jobs();
  const { db, queue } = world.services;
  const jobs = { queue: SEND_MAIL.name, jobIds: [job?.id ?? ""] };
  expect(await db.transaction((tx) => queue.steer(tx, action, jobs))).toBe(1);
}

/** As a worker that is killed leaves it, once nobody has heard of it. */
const killLastAttempt = () =>
  world.services.db.execute(
    sql`update pgboss.job set state = 'failed', retry_count = retry_limit, completed_on = now()`,
  );

test.each([
  ["its job was cancelled", () => steerJob("cancel")],
  ["its job was deleted", () => steerJob("deleteJob")],
  ["its last attempt was killed", killLastAttempt],
])("mail that waits although %s is ended, and can be sent again", async (_, lose) => {
  const id = await writeOld();
  await lose();
  expect(await reconcileMail(world.ctx())).toBe("Ended 1");
  expect(await world.read(id)).toMatchObject({
    status: "failed",
    reason: "lost",
    events: [{ kind: "failed", reason: "lost" }],
  });
  expect(await reconcileMail(world.ctx())).toBe("Ended 0");
  const again = await sendMailAgain(world.ctx(), { mailId: id });
  await world.startSending();
  await world.untilStatus(again, "sent");
});

test.each(["created", "retry", "active"])(
  "mail with a job that is %s is left alone",
  async (state) => {
    const id = await writeOld();
    await world.services.db.execute(sql`update pgboss.job set state = ${state}::pgboss.job_state`);
    expect(await reconcileMail(world.ctx())).toBe("Ended 0");
    expect(await world.read(id)).toMatchObject({ status: "queued", events: [] });
  },
);

test("mail of the last minutes is left alone", async () => {
  const id = await world.write(samples.signIn("ada@example.com"));
  await steerJob("deleteJob");
  expect(await reconcileMail(world.ctx())).toBe("Ended 0");
  expect(await world.read(id)).toMatchObject({ status: "queued" });
});
