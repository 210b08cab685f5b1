import postgres from "postgres";

interface Fields {
  email: string;
  name: string;
  roles: string[];
}

/**
 * The statements of our procedures in postgres.js without anything around them: prepared, as it does
 * by default, with the same columns. The plain server and the Next route share them.
 */
export function createPlainUsers(env: Record<string, string | undefined>) {
  const sql = postgres(env.DATABASE_URL ?? "", {
    max: Number(env.DATABASE_POOL_SIZE ?? 10),
    // What is written here is not a change made by hand.
    connection: { "binnacle.writer": "app" },
  });
  const tokens = new Set([`Bearer ${env.BENCH_TOKEN}`]);
  const columns = sql`id, email, name, roles, status, suspended_reason as "suspendedReason",
    email_verified_at as "emailVerifiedAt", last_sign_in_at as "lastSignInAt",
    created_at as "createdAt", updated_at as "updatedAt", version`;

  return {
    isSignedIn: (authorization: string | null | undefined) => tokens.has(authorization ?? ""),

    async get(id: string) {
      const [user] = await sql`select ${columns} from users where id = ${id}`;
      return user;
    },

    list(query: URLSearchParams) {
      const status = query.get("status") ?? "active";
      const limit = Number(query.get("limit"));
      const [createdAt, id] = [query.get("createdAt"), query.get("id")];
      const beyond =
        createdAt && id
          ? sql`and (created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`
          : sql``;
      return sql`select ${columns} from users where status = ${status} ${beyond}
        order by created_at desc, id desc limit ${limit}`;
    },

    async create({ email, name, roles }: Fields) {
      const now = new Date();
      const [user] = await sql`
        insert into users (id, email, name, roles, status, created_at, updated_at)
        values (uuidv7(), ${email}, ${name}, ${roles}, 'invited', ${now}, ${now})
        on conflict (email) do nothing returning ${columns}`;
      return user;
    },
  };
}
