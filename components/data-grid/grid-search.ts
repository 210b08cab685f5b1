import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import {
  type Filter,
  FilterOf,
  type ListFields,
  type Sort,
  SortOf,
} from "#server/platform/list/schema.ts";

export const PAGE_SIZES = [25, 50, 100, 200] as const;
export const DENSITIES = ["comfortable", "compact"] as const;

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === "string" && INSTANT.test(value) ? new Date(value) : value,
    );
  } catch {
    return null;
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function filterParser<Fields extends ListFields>(fields: Fields) {
  const schema = FilterOf(fields);
  return createParser<Filter<Fields>>({
    parse: (text) => schema.safeParse(parseJson(text)).data ?? null,
    serialize: (filter) => JSON.stringify(filter),
    eq: isSame,
  });
}

/** `name,-createdAt`: by name, then the newest first. */
function sortParser<Fields extends ListFields>(fields: Fields) {
  const schema = SortOf(fields);
  return createParser<Sort<Fields>[]>({
    parse(text) {
      const sort = text.split(",").map((part) => ({
        field: part.replace(/^-/, ""),
        direction: part.startsWith("-") ? "desc" : "asc",
      }));
      return schema.safeParse(sort).data ?? null;
    },
    serialize: (sort) =>
      sort.map(({ field, direction }) => (direction === "desc" ? `-${field}` : field)).join(","),
    eq: isSame,
  });
}

const parseAsKeys = createParser<string[]>({
  parse: (text) => text.split(",").filter((key) => /^\w{1,40}$/.test(key)),
  serialize: (keys) => keys.join(","),
  eq: isSame,
});

const MAX_WIDTH = 1000;

/** `name:240,email:300`, in pixels. */
const parseAsWidths = createParser<Record<string, number>>({
  parse(text) {
    const pairs = [...text.matchAll(/(\w{1,40}):(\d{2,4})/g)];
    return Object.fromEntries(
      pairs.map(([, key = "", width = ""]) => [key, Math.min(Number(width), MAX_WIDTH)]),
    );
  },
  serialize: (widths) =>
    Object.entries(widths)
      .map(([key, width]) => `${key}:${width}`)
      .join(","),
  eq: isSame,
});

/** The whole state of a list as it stands in the address bar. */
export function createGridSearch<const Fields extends ListFields>(
  fields: Fields,
  defaultSort: Sort<Fields>[],
) {
  const parsers = {
    search: parseAsString.withDefault(""),
    filter: filterParser(fields),
    sort: sortParser(fields).withDefault(defaultSort),
    cursor: parseAsString,
    limit: parseAsNumberLiteral(PAGE_SIZES).withDefault(50),
    /** The columns that are shown, in their order. */
    columns: parseAsKeys,
    pinned: parseAsKeys,
    widths: parseAsWidths.withDefault({}),
    density: parseAsStringLiteral(DENSITIES).withDefault("comfortable"),
  };
  return {
    fields,
    parsers,
    load: createLoader(parsers),
    /** The same input on server and client, so that the prefetched page is found. */
    toInput: ({ search, filter, sort, cursor, limit }: inferParserType<typeof parsers>) => ({
      search: search || undefined,
      filter: filter ?? undefined,
      sort,
      cursor: cursor ?? undefined,
      limit,
    }),
  };
}

export type GridSearch<Fields extends ListFields = ListFields> = ReturnType<
  typeof createGridSearch<Fields>
>;
export type GridState<Fields extends ListFields = ListFields> = inferParserType<
  GridSearch<Fields>["parsers"]
>;

/** The same list, offering for a field of choices what is known only by now. */
export function withOptions<Fields extends ListFields>(
  search: GridSearch<Fields>,
  name: keyof Fields & string,
  options: readonly { value: string; label: string }[],
): GridSearch<Fields> {
  const field = {
    ...search.fields[name],
    options: options.map(({ value }) => value),
    optionLabels: Object.fromEntries(options.map(({ value, label }) => [value, label])),
  };
  return { ...search, fields: { ...search.fields, [name]: field } };
}
