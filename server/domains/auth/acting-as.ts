import type { Context, UserActor } from "#server/platform/context.ts";

interface Person {
  id: string;
  name: string;
  email: string;
}

/**
 * The context of somebody who has just proven who they are, so that the audit names them. It
 * carries no permission: what the proof allows is the caller's to do, nothing more.
 */
export function actingAs(ctx: Context, { id, name, email }: Person): Context {
  const actor: UserActor = {
    kind: "user",
    userId: id,
    sessionId: "",
    name,
    email,
    emailVerifiedAt: null,
    department: null,
    roles: [],
    grants: [],
    permissions: new Map(),
  };
  return { ...ctx, actor };
}
