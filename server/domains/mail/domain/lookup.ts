import type { Resolver } from "node:dns/promises";

export type TxtResolver = Pick<Resolver, "resolveTxt">;

/** The name server did not answer, or not with a record or its absence. */
export class Unanswered extends Error {
  override name = "Unanswered";
}

const ABSENT: ReadonlySet<unknown> = new Set(["ENOTFOUND", "ENODATA"]);

/** The texts at a name; none where there is no such name. @throws Unanswered */
export async function readTexts(resolver: TxtResolver, name: string): Promise<string[]> {
  try {
    const records = await resolver.resolveTxt(name);
    return records.map((parts) => parts.join(""));
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code)) return [];
    throw new Unanswered(`No answer for ${name}`, { cause: error });
  }
}
