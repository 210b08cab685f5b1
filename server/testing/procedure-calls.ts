import type { ProcedureMeta } from "#server/api/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";
import { appRouter } from "#server/registry/router.ts";
import type { TestWorld } from "./context.ts";

interface Procedure {
  _def: { type: "query" | "mutation" | "subscription"; meta: ProcedureMeta; inputs: unknown[] };
}

/** Every procedure by its path. */
export const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;

interface Target {
  user: User | undefined;
  sessionId: string;
}

let counter = 0;

/** The documented example, aimed at the target; what must be unique is made so. */
export function aimAt(target: Target, example: unknown): unknown {
  if (typeof example !== "object" || example === null) return example ?? null;
  return { ...example, ...aimOf(target, example), ...makeUnique(example) };
}

function aimOf({ user, sessionId }: Target, example: object): object {
  if (!user) return {};
  const { id, roles } = user;
  const aim = { userId: id, record: { type: "user", id }, roles, sessionId };
  return Object.fromEntries(Object.entries(aim).filter(([key]) => key in example));
}

function makeUnique(example: object): object {
  const name = `matrix-${++counter}`;
  if ("grants" in example) return { key: name };
  if ("timing" in example && "name" in example) return { name };
  return "email" in example && "roles" in example ? { email: `${name}@example.com` } : {};
}

interface Call {
  url: string;
  path: string;
  input: unknown;
  cookie: string | undefined;
  /** The `Idempotency-Key`. */
  key?: string;
}

/** Calls a procedure over HTTP as a browser does. */
export async function callProcedure(call: Call): Promise<{ status: number; body: string }> {
  const json = JSON.stringify({ json: call.input });
  const isQuery = procedures[call.path]?._def.type !== "mutation";
  const query = isQuery ? `?input=${encodeURIComponent(json)}` : "";
  const response = await fetch(`${call.url}/api/trpc/${call.path}${query}`, {
    method: isQuery ? "GET" : "POST",
    body: isQuery ? null : json,
    headers: {
      ...(call.cookie ? { cookie: call.cookie } : {}),
      ...(call.key ? { "idempotency-key": call.key } : {}),
      "x-binnacle-csrf": "1",
      "content-type": "application/json",
    },
  });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { status: response.status, body: "" };
  }
  return { status: response.status, body: await response.text() };
}

/** A checksum of everything that a refused call must leave alone. */
export async function fingerprint({ services: { raw } }: TestWorld): Promise<string> {
  const rows = await raw`
    select 'users' as name, md5(string_agg(t::text, '|' order by id)) as sum from users t
    union all select 'credentials', md5(string_agg(t::text, '|' order by user_id)) from credentials t
    union all select 'roles', md5(string_agg(t::text, '|' order by key)) from roles t
    union all select 'tokens', md5(string_agg(t::text, '|' order by id)) from tokens t
    union all select 'mail', md5(string_agg(t::text, '|' order by id)) from outbox_mails t
    union all select 'audit', md5(string_agg(t::text, '|' order by id)) from audit_entries t
    union all select 'views', md5(string_agg(t::text, '|' order by id)) from saved_views t
    union all select 'sessions', md5(string_agg(id::text || user_id::text || expires_at::text, '|' order by id)) from sessions t`;
  return JSON.stringify(rows);
}
