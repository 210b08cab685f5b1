import { AppError } from "#server/platform/errors.ts";
import { MAX_SELECTED } from "./schema.ts";

const PAGE = 200;

interface Selected<Matching extends object> {
  ids?: string[] | undefined;
  matching?: Matching | undefined;
  except?: string[] | undefined;
}

interface Listed {
  items: { id: string }[];
  nextCursor: string | null;
}

type ReadPage<Matching extends object> = (
  matching: Matching,
  page: { limit: number; cursor: string | undefined },
) => Promise<Listed>;

/**
 * The ids of the chosen rows.
 * @throws AppError PAYLOAD_TOO_LARGE when more match than are changed in one go
 */
export async function resolveSelection<Matching extends object>(
  { ids, matching, except = [] }: Selected<Matching>,
  readPage: ReadPage<Matching>,
): Promise<string[]> {
  if (!matching) return [...new Set(ids)];
  const left = new Set(except);
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(matching, { limit: PAGE, cursor });
    found.push(...page.items.map(({ id }) => id).filter((id) => !left.has(id)));
    if (found.length > MAX_SELECTED) throw tooMany();
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

function tooMany(): AppError {
  const most = MAX_SELECTED.toLocaleString("en");
  const message = `At most ${most} rows are changed at once; narrow the filter.`;
  return new AppError("PAYLOAD_TOO_LARGE", message, {
    fields: [{ path: "selection", code: "too_many", message }],
  });
}
