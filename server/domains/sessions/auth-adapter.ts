import { eq } from "drizzle-orm";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { type Context, createSystemContext, type Services } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { currentRequest } from "#server/platform/request-scope.ts";
import { hashSecret, isSecretShaped } from "#server/platform/secret.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createSessionResolver } from "./resolver.ts";
import { endSessions } from "./service.ts";

const sessionColumns = {
  id: sessions.id,
  userId: sessions.userId,
  expires: sessions.expiresAt,
};

/**
 * What next-auth needs of us to read and end the sessions that our own sign-in makes. It never
 * makes or changes users: those come by invitation.
 */
export function createAuthAdapter(services: Services) {
  const resolveSession = createSessionResolver(services);

  async function findSession(sessionToken: string) {
    if (!isSecretShaped(sessionToken)) return null;
    const [row] = await services.db
      .select(sessionColumns)
      .from(sessions)
      .where(eq(sessions.tokenHash, hashSecret(sessionToken)));
    return row ?? null;
  }

  return {
    async getSessionAndUser(sessionToken: string) {
      const [actor, row] = await Promise.all([
        resolveSession(sessionToken),
        findSession(sessionToken),
      ]);
      if (!actor || !row) return null;
      const { userId, expires } = row;
      return {
        session: { sessionToken, userId, expires },
        user: toAuthUser({ id: userId, ...actor }),
      };
    },

    /** Sessions have an absolute limit, so they are never prolonged. */
    async updateSession() {
      return null;
    },

    async deleteSession(sessionToken: string) {
      const row = await findSession(sessionToken);
      if (!row) return;
      const actor = await resolveSession(sessionToken);
      const ctx: Context = { ...createRequestContext(services), actor };
      await inTransaction(ctx, (tx) =>
        endSessions(tx, ctx, {
          userId: row.userId,
          sessionId: row.id,
          action: "session.ended",
        }),
      );
    },

    getUser: (id: string) => findUser(services, eq(users.id, id)),
    getUserByEmail: (email: string) => findUser(services, eq(users.email, email.toLowerCase())),
    async getUserByAccount() {
      return null;
    },
    createUser: refuse,
    updateUser: refuse,
    linkAccount: refuse,
    createSession: refuse,
  };
}

function createRequestContext(services: Services): Context {
  const ctx = createSystemContext(services, "next-auth");
  return { ...ctx, request: currentRequest() ?? ctx.request };
}

async function findUser({ db }: Services, where: ReturnType<typeof eq>) {
  const [user] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
    })
    .from(users)
    .where(where);
  return user ? toAuthUser(user) : null;
}

interface Person {
  id: string;
  name: string;
  email: string;
  emailVerifiedAt: Date | null;
}

function toAuthUser({ id, name, email, emailVerifiedAt }: Person) {
  return { id, name, email, emailVerified: emailVerifiedAt };
}

async function refuse(): Promise<never> {
  throw new AppError("FORBIDDEN", "Users come by invitation.");
}
