import { startImpersonation } from "#server/domains/sessions/impersonation/service.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import { createSession } from "#server/domains/sessions/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import type { TestWorld } from "./context.ts";

export interface SignedIn {
  ctx: Context & { actor: UserActor };
  sessionId: string;
  token: string;
}

/** Somebody with a session that is in the database. */
export async function signInAs(world: TestWorld, user: User): Promise<SignedIn> {
  const { token, sessionId } = await world.services.db.transaction((tx) =>
    createSession(tx, world.as(user), { userId: user.id, isRemembered: false }),
  );
  const actor = await createSessionResolver(world.services)(token, "192.0.2.1");
  if (!actor) throw new Error("the session does not resolve");
  return { ctx: { ...world.anonymous(), actor }, sessionId, token };
}

/** A browser whose owner acts as somebody else: the tokens of its two cookies. */
export interface Impersonating {
  own: UserActor;
  sessionId: string;
  token: string;
  impersonation: string;
}

export async function impersonate(
  world: TestWorld,
  user: User,
  target: User,
): Promise<Impersonating> {
  const { ctx, sessionId, token } = await signInAs(world, user);
  await startImpersonation(ctx, { userId: target.id, reason: "For a test" });
  return { own: ctx.actor, sessionId, token, impersonation: sentImpersonation(ctx) };
}

/** The token in the cookie that an answer sets. */
export function sentImpersonation({ setCookies }: Pick<Context, "setCookies">): string {
  const token = /binnacle\.impersonation=([^;]+)/.exec(setCookies.join("\n"))?.[1];
  if (!token) throw new Error("no impersonation began");
  return token;
}
