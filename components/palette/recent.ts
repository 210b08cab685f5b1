import { z } from "zod";

const MOST = 5;
const Ids = z.array(z.string()).max(MOST);

/** Ids of entries, the last used first; of this browser tab and this viewer. */
export function readRecent(viewerId: string): string[] {
  const parsed = Ids.safeParse(readJson(keyOf(viewerId)));
  return parsed.success ? parsed.data : [];
}

export function rememberRecent(viewerId: string, entryId: string): void {
  const others = readRecent(viewerId).filter((id) => id !== entryId);
  const ids = [entryId, ...others].slice(0, MOST);
  try {
    sessionStorage.setItem(keyOf(viewerId), JSON.stringify(ids));
  } catch {
    // Storage may be full or shut: then nothing is remembered.
  }
}

function readJson(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

const keyOf = (viewerId: string) => `binnacle.palette.recent.${viewerId}`;
