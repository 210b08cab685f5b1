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

/** Merges the named fields of two edits of one record; the others are those of the newer record. */
export function mergeEdits<Values extends object>(
  sides: Sides<Values>,
  fields: readonly string[],
): Merged<Values> {
  const merged: Merged<Values> = { values: { ...sides.theirs }, taken: [], contested: [] };
  for (const field of fields) {
    const [base, theirs, mine] = [sides.base, sides.theirs, sides.mine].map(
      (side) => (side as Record<string, unknown>)[field],
    );
    if (isSame(mine, base) || isSame(mine, theirs)) {
      if (!isSame(theirs, mine)) merged.taken.push({ field, base, theirs });
      continue;
    }
    merged.values = { ...merged.values, [field]: mine };
    if (!isSame(theirs, base)) merged.contested.push({ field, base, theirs, mine });
  }
  return merged;
}

/** Whether two values of a form say the same; the order of a list says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).sort()}}`;
}
