import type { RawSql } from "#db/client.ts";
import type { Services } from "#server/platform/context.ts";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: PlanNode[];
}

export interface SentStatement {
  query: string;
  plan: PlanNode;
  nodes: PlanNode[];
}

interface Client {
  $client: { options: { debug: unknown }; unsafe: RawSql["unsafe"] };
}

/** What `read` sends to the database, each statement with the plan and row counts of running it again. */
export async function explainStatements(
  { db }: Pick<Services, "db">,
  read: () => Promise<unknown>,
): Promise<SentStatement[]> {
  const sent: { query: string; params: unknown[] }[] = [];
  const { $client: client } = db as unknown as Client;
  const { options } = client;
  options.debug = (_: number, query: string, params: unknown[]) => sent.push({ query, params });
  try {
    await read();
  } finally {
    options.debug = false;
  }
  const explained: SentStatement[] = [];
  for (const { query, params } of sent) {
    if (!/^\s*(select|with)/.test(query) || /pg_catalog/.test(query)) continue;
    const [row] = await client.unsafe(
      `explain (analyze, timing off, format json) ${query}`,
      params as string[],
    );
    const plan: PlanNode = row?.["QUERY PLAN"][0].Plan;
    explained.push({ query, plan, nodes: flatten(plan) });
  }
  return explained;
}

function flatten(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)];
}
