import { withoutInPerson } from "#server/platform/access/in-person.ts";
import { createSystemContext, type Services, type UserActor } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { endImpersonations } from "./endings.ts";
import { isBeneath, reaches } from "./policy.ts";

/** Whom a session stands for. */
export interface Identified {
  actor: UserActor;
  /** Null for a session that its user opened. */
  impersonation: { impersonatorSessionId: string; endsAt: Date } | null;
}

/**
 * Whom a request with both tokens comes from: the impersonated person, narrowed to what others may do
 * in their name, as long as the rules under which it began hold. Where they do not, the impersonation
 * ends here and now.
 */
export async function actAs(
  services: Services,
  own: UserActor,
  { actor, impersonation }: Identified,
): Promise<UserActor> {
  if (impersonation?.impersonatorSessionId !== own.sessionId) return own;
  if (!reaches(own, actor) || !isBeneath(actor, own)) {
    await endForRights(services, actor.sessionId);
    return own;
  }
  const { userId, name, sessionId } = own;
  return {
    ...actor,
    permissions: withoutInPerson(actor.permissions),
    impersonator: { userId, name, sessionId, endsAt: impersonation.endsAt },
  };
}

async function endForRights(services: Services, sessionId: string): Promise<void> {
  const ctx = createSystemContext(services, "access rules");
  try {
    await inTransaction(ctx, (tx) =>
      endImpersonations(tx, ctx, { sessionIds: [sessionId], how: "rights" }),
    );
  } catch (error) {
    services.log.error({ err: error, sessionId }, "impersonation without rights not ended");
  }
}
