import { sql } from "drizzle-orm";
import { type ConstructorOptions, fromDrizzle } from "pg-boss";
import type { Queryable } from "#db/client.ts";

/** Lets pg-boss run its statements on our pool or in our transaction. */
export function statementsOn(db: Queryable): NonNullable<ConstructorOptions["db"]> {
  const statements = fromDrizzle(db, sql);
  return {
    executeSql: (text, values) => statements.executeSql(text, values?.map(toParameter)),
  };
}

/** pg-boss counts on a driver that writes objects as JSON; Drizzle's writes none. */
function toParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  const isPlain = typeof value === "object" && value !== null && !Array.isArray(value);
  return isPlain ? JSON.stringify(value) : value;
}
