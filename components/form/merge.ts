/** One field that two people changed from the same value to different ones. */
export interface Contest {
  field: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface Merged<Values> {
  /** Theirs wherever only they changed something; mine elsewhere, also where it is contested. */
  values: Values;
  taken: Omit<Contest, "mine">[];
  contested: Contest[];
}

interface Sides<Values> {
  /** What both began with. */
  base: Values;
  theirs: Values;
  mine: Values;
}

/** Merges the named fields (or paths) of two edits of one record; the others are those of the newer record. */
export function mergeEdits<Values extends object>(
  sides: Sides<Values>,
  fields: readonly string[],
): Merged<Values> {
  const merged: Merged<Values> = { values: { ...sides.theirs }, taken: [], contested: [] };
  for (const field of fields) {
    const [base, theirs, mine] = [sides.base, sides.theirs, sides.mine].map((side) =>
      readField(side, field),
    );
    if (isSame(mine, base) || isSame(mine, theirs)) {
      if (!isSame(theirs, mine)) merged.taken.push({ field, base, theirs });
      continue;
    }
    merged.values = withField(merged.values, field.split("."), mine) as Values;
    if (!isSame(theirs, base)) merged.contested.push({ field, base, theirs, mine });
  }
  return merged;
}

/** What a form holds under a path such as `name` or `value.name`. */
export function readField(values: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (value as Values | undefined)?.[key], values);
}

type Values = Record<string, unknown>;

function withField(values: unknown, [key = "", ...inner]: string[], value: unknown): unknown {
  const before = values as Values;
  return { ...before, [key]: inner.length > 0 ? withField(before[key], inner, value) : value };
}

/** Whether two values of a form say the same; the order of a list says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null || value instanceof Date)
    return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).sort()}}`;
}
