import { eq } from "drizzle-orm";
import { createDatabase } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { generatedSecret } from "#server/config.ts";
import { startEmbeddedPostgres } from "#server/platform/postgres/embedded.ts";
import type { Binnacle } from "./binnacle.ts";
import type { Person } from "./people.ts";

const TIMEOUT_SECONDS = 10;

/** Straight in the database: everybody comes in by a mailed link, which confirms their address. */
export async function forgetVerification(
  { dataDirectory }: Binnacle,
  { userId }: Person,
): Promise<void> {
  const password = generatedSecret(dataDirectory, "postgres-password");
  const joined = await startEmbeddedPostgres({ dataDirectory, password });
  const { db, close } = createDatabase({
    url: joined.url,
    poolSize: 1,
    connectTimeoutSeconds: TIMEOUT_SECONDS,
    statementTimeoutSeconds: TIMEOUT_SECONDS,
    lockTimeoutSeconds: TIMEOUT_SECONDS,
    idleInTransactionTimeoutSeconds: TIMEOUT_SECONDS,
  });
  try {
    await db.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, userId));
  } finally {
    await close();
    await joined.stop();
  }
}
