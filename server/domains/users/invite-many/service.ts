import { and, inArray, ne } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { foreseeInvitations } from "#server/domains/auth/invitations/service.ts";
import { readGrants } from "#server/domains/roles/queries.ts";
import type { Context } from "#server/platform/context.ts";
import { type AppError, fieldError } from "#server/platform/errors.ts";
import { oneByOne } from "#server/platform/one-by-one.ts";
import { assertMayGrant, assertStaysInScope, whereMaySee } from "../policy.ts";
import { UserFields } from "../schema.ts";
import { inviteUser } from "../service.ts";
import type { Invitee, InviteOutcome, InviteUsersInput } from "./schema.ts";

type Line = InviteOutcome["lines"][number];

/** Each line for itself, as one invitation: who is refused is named, the rest is invited. */
export async function inviteUsers(ctx: Context, input: InviteUsersInput): Promise<InviteOutcome> {
  const attempt = oneByOne(ctx);
  const invite = input.isDryRun ? await rehearse(ctx, input) : inviteForReal(ctx);
  const seen = new Set<string>();
  const lines: Line[] = [];
  for (const person of input.people) {
    const { value = null, refusal } = await attempt(async () => {
      const fields = readLine(person, input);
      assertFirst(seen, fields.email);
      return invite(fields);
    });
    lines.push({ userId: value, refusal: refusal ? toRefusal(refusal) : null });
  }
  return { lines };
}

type Invite = (fields: UserFields) => Promise<string | null>;

function inviteForReal(ctx: Context): Invite {
  return async (fields) => (await inviteUser(ctx, fields)).id;
}

/**
 * What an invitation would be refused for. An address counts as taken only where the actor may see
 * whose it is: nobody sounds out the others without leaving a trace.
 */
async function rehearse(ctx: Context, { people, roles }: InviteUsersInput): Promise<Invite> {
  const grants = await readGrants(ctx.db, roles);
  const taken = await findTaken(ctx, people);
  const assertNotTooMany = await foreseeInvitations(ctx);
  const id = ctx.newId();
  return async (fields) => {
    const department = fields.department ?? null;
    assertStaysInScope(ctx.actor, "users.create", { id, department });
    assertMayGrant(ctx.actor, grants);
    if (taken.has(fields.email)) {
      throw fieldError("email", "taken", "Somebody already has this address");
    }
    assertNotTooMany();
    return null;
  };
}

async function findTaken(ctx: Context, people: readonly Invitee[]): Promise<ReadonlySet<string>> {
  const emails = people.flatMap(({ email }) => UserFields.shape.email.safeParse(email).data ?? []);
  if (emails.length === 0) return new Set();
  const rows = await ctx.db
    .select({ email: users.email })
    .from(users)
    .where(and(inArray(users.email, emails), ne(users.status, "deleted"), whereMaySee(ctx.actor)));
  return new Set(rows.map(({ email }) => email));
}

/** @throws AppError VALIDATION */
function readLine({ email, name, department }: Invitee, all: InviteUsersInput): UserFields {
  const line = { email, name, roles: all.roles, department: department || all.department };
  const { data, error } = UserFields.safeParse(line);
  if (data) return data;
  const [issue] = error.issues;
  throw fieldError(String(issue?.path[0] ?? ""), "invalid", issue?.message ?? "Not usable");
}

/** @throws AppError VALIDATION for an address that an earlier line has */
function assertFirst(seen: Set<string>, email: string): void {
  if (seen.has(email)) throw fieldError("email", "repeated", "An earlier line has this address");
  seen.add(email);
}

function toRefusal({ fields: [field], code, message }: AppError): Line["refusal"] {
  return { code: field?.code ?? code, message: field?.message ?? message };
}
