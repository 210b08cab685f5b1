import type { CSSProperties } from "react";

export const SELECT_WIDTH = 44;

interface Pinnable {
  getIsPinned: () => unknown;
  getStart: (position: "start") => number;
}

/** Where a pinned column stops when the rest scrolls on. */
export function pinnedStyle(column: Pinnable, hasSelect: boolean): CSSProperties | undefined {
  if (!column.getIsPinned()) return undefined;
  return { insetInlineStart: column.getStart("start") + (hasSelect ? SELECT_WIDTH : 0) };
}
