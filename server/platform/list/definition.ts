import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import type { ListField, ListFields, SortableOf } from "./schema.ts";

/** A text with an index for its start, and an index of trigrams. */
export interface TextColumn {
  column: SQLWrapper;
  /** The text in lower case; an index of `text_pattern_ops` is on this expression. */
  lower: SQL;
  /**
   * Holds for every row whose text is like the pattern, and for few others, where the index of trigrams
   * is not on `lower` but on more.
   */
  within?: (pattern: string) => SQL;
}

export type ListColumn<Field extends ListField = ListField> = Field extends { type: "text" }
  ? TextColumn
  : SQLWrapper;

type Selection = Record<string, PgColumn | SQL>;

interface ListOptions<Fields extends ListFields, Row extends Selection> {
  /** Names its prepared statements, and tells its cursors from those of other lists. */
  name: string;
  table: PgTable;
  id: PgColumn;
  fields: Fields;
  /** What each field is in SQL. */
  columns: { [Name in keyof Fields]: ListColumn<Fields[Name]> };
  /** What is read; a field to sort by under its own name. */
  row: Row & Record<SortableOf<Fields>, PgColumn | SQL>;
  search?: (text: string) => SQL;
  /** Which rows of the table the list is of, if not all; a constant that its indexes share. */
  where?: SQL;
}

/** A field as SQL. */
export interface Key {
  type: ListField["type"];
  isOptional: boolean;
  options: readonly string[];
  column: SQL;
  /** What is compared and sorted: for an instant or number that may be missing, less than any other when it is. */
  ordered: SQL;
  text: TextColumn | undefined;
}

export interface List<Item = unknown> {
  name: string;
  table: PgTable;
  id: SQL;
  row: Selection;
  keys: ReadonlyMap<string, Key>;
  search: ((text: string) => SQL) | undefined;
  where: SQL | undefined;
  /** Carries the type only. */
  item?: Item;
}

/** Says once what a list consists of; `readList` reads it. */
export function defineList<const Fields extends ListFields, Row extends Selection>(
  options: ListOptions<Fields, Row>,
): List<SelectResultFields<Row>> {
  const { name, table, id, fields, columns, row, search, where } = options;
  const keys = Object.entries(fields).map(([field, is]) => [field, keyOf(is, columns[field])]);
  return {
    name,
    table,
    id: sql`${id}`,
    row,
    keys: new Map(keys as [string, Key][]),
    search,
    where,
  };
}

function keyOf(field: ListField, given: SQLWrapper | TextColumn | undefined): Key {
  if (!given) throw new Error(`The field ${field.label} has no column`);
  const text = "lower" in given ? given : undefined;
  const column = sql`${text ? text.column : given}`;
  const isOptional = field.isOptional ?? false;
  return {
    type: field.type,
    isOptional,
    options: "options" in field ? field.options : [],
    column,
    ordered:
      isOptional && field.isSortable ? sql`coalesce(${column}, ${LOWEST[field.type]})` : column,
    text,
  };
}

/** What a missing value sorts as; an index on the same expression serves the order. */
const LOWEST: Record<ListField["type"], SQL> = {
  instant: sql`'-infinity'::timestamptz`,
  number: sql`'-infinity'::float8`,
  text: sql`''`,
  json: sql`'null'::jsonb`,
  choice: sql`''`,
  choices: sql`'{}'`,
  id: sql`'00000000-0000-0000-0000-000000000000'`,
};
