import { type CaseName, createBody, type Fixture, NEWEST_ACTIVE, PAGE, trpcPath } from "./cases.ts";
import { type Contender, TOKEN } from "./contenders.ts";
import { OWNER, sampleIds } from "./database.ts";

interface Page {
  items: { id: string; createdAt: string }[];
  nextCursor: string | null;
  total: number;
  isTotalEstimated: boolean;
}

const DEEP_PAGES = 1_000;
const LARGEST_PAGE = 200;

/** Signs in and walks to the end of page 1,000, in the largest pages that the list gives. */
export async function prepareFixture(ours: Contender, databaseUrl: string): Promise<Fixture> {
  const cookie = await signIn(ours.url);
  const list = { ...NEWEST_ACTIVE, limit: LARGEST_PAGE };
  let page: Page | undefined;
  for (let row = 0; row < DEEP_PAGES * PAGE; row += LARGEST_PAGE) {
    const input = page ? { ...list, cursor: page.nextCursor } : list;
    page = await readTrpc<Page>(ours.url + trpcPath("users.list", input), cookie);
  }
  const last = page?.items.at(-1);
  if (!page?.nextCursor || !last) throw new Error("The list ends before page 1,000");
  return {
    ids: await sampleIds(databaseUrl),
    cookie,
    token: TOKEN,
    deepCursor: page.nextCursor,
    deepKey: { createdAt: last.createdAt, id: last.id },
  };
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/trpc/auth.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-binnacle-csrf": "1" },
    body: JSON.stringify({ json: { email: OWNER.email, password: OWNER.password } }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || !cookie) throw new Error(`Sign-in failed: ${await answer.text()}`);
  return cookie.split(";")[0] ?? "";
}

async function readTrpc<T>(url: string, cookie: string): Promise<T> {
  const answer = await fetch(url, { headers: { cookie } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text).result.data.json;
}

/** Everybody must answer the same question with the same rows before anything is measured. */
export async function verifyContender(contender: Contender, fixture: Fixture): Promise<Answers> {
  const loads = contender.loads(fixture);
  const answers: Partial<Answers> = {};
  for (const [name, load] of Object.entries(loads)) {
    const unique = `verify-${contender.name}-${Date.now().toString(36)}`;
    const answer = await fetch(contender.url + load.paths[0], {
      method: load.method,
      headers: load.headers,
      body: load.body && createBody(load.body, unique),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${contender.name} ${name}: ${answer.status} ${text}`);
    answers[name as CaseName] = summariseAnswer(JSON.parse(text));
  }
  return answers as Answers;
}

export type Answers = Record<CaseName, string>;

/** The ids in the order of the rows, the same from an envelope as from plain JSON. */
function summariseAnswer(body: { result?: { data: { json: unknown } } }): string {
  const data = (body.result?.data.json ?? body) as Partial<Page> & { id?: string; email?: string };
  if (data.email?.includes("verify-")) return "a new user";
  if (data.items && !(data.isTotalEstimated && (data.total ?? 0) > 10_000))
    throw new Error("The total is not an estimate");
  const rows = Array.isArray(data) ? data : (data.items ?? [data]);
  return rows.map(({ id }: { id?: string }) => id).join();
}
