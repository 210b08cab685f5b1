export const CASE_NAMES = ["get", "list", "deep", "create"] as const;
export type CaseName = (typeof CASE_NAMES)[number];

/** Measured in turns within a group, so that what is compared ran at the same time. */
export const CASE_GROUPS: readonly (readonly CaseName[])[] = [
  ["get"],
  ["list", "deep"],
  ["create"],
];

export interface Goal {
  title: string;
  /** Requests per second over those of the plain server, or over those of our own first page. */
  over: "plain server" | "our first page";
  atLeast: number;
}

export const GOALS: Record<CaseName, Goal> = {
  get: { title: "users.get", over: "plain server", atLeast: 0.5 },
  list: { title: "users.list, 50 newest active", over: "plain server", atLeast: 0.6 },
  deep: { title: "users.list, 1,000 pages deep", over: "our first page", atLeast: 0.9 },
  create: { title: "users.create", over: "plain server", atLeast: 0.4 },
};

export const RSS_GOAL_MB = 250;

/** What the load generator sends: one of the paths each time, or a body with a new address. */
export interface Load {
  method: "GET" | "POST";
  paths: string[];
  headers: Record<string, string>;
  body?: "trpc" | "plain";
}

/** What the requests need to know of the data. */
export interface Fixture {
  ids: string[];
  cookie: string;
  token: string;
  /** The last row of page 1,000: as our cursor, and as the plain servers' keyset. */
  deepCursor: string;
  deepKey: { createdAt: string; id: string };
}

export const PAGE = 50;

export const NEWEST_ACTIVE = {
  filter: { field: "status", operator: "isAnyOf", value: ["active"] },
  sort: [{ field: "createdAt", direction: "desc" }],
};

export function trpcLoads(fixture: Fixture): Record<CaseName, Load> {
  const headers = { cookie: fixture.cookie };
  const page = { ...NEWEST_ACTIVE, limit: PAGE };
  const read = (path: string, inputs: object[]): Load => ({
    method: "GET",
    headers,
    paths: inputs.map((input) => trpcPath(path, input)),
  });
  return {
    get: read(
      "users.get",
      fixture.ids.map((userId) => ({ userId })),
    ),
    list: read("users.list", [page]),
    deep: read("users.list", [{ ...page, cursor: fixture.deepCursor }]),
    create: {
      method: "POST",
      paths: ["/api/trpc/users.create"],
      headers: { ...headers, "content-type": "application/json", "x-binnacle-csrf": "1" },
      body: "trpc",
    },
  };
}

export function trpcPath(path: string, input: object): string {
  return `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
}

export function plainLoads(fixture: Fixture): Record<CaseName, Load> {
  const headers = { authorization: `Bearer ${fixture.token}` };
  const page = `/users?status=active&limit=${PAGE}`;
  const deep = new URLSearchParams(fixture.deepKey);
  return {
    get: { method: "GET", headers, paths: fixture.ids.map((id) => `/users/${id}`) },
    list: { method: "GET", headers, paths: [page] },
    deep: { method: "GET", headers, paths: [`${page}&${deep}`] },
    create: {
      method: "POST",
      paths: ["/users"],
      headers: { ...headers, "content-type": "application/json" },
      body: "plain",
    },
  };
}

/** A body for users.create; the address is new each time. */
export function createBody(kind: "trpc" | "plain", unique: string): string {
  const fields = { email: `${unique}@bench.example.com`, name: "Bench Mark", roles: ["viewer"] };
  return JSON.stringify(kind === "trpc" ? { json: fields } : fields);
}
