"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { useHydrated } from "#components/shell/use-hydrated.ts";

const keyOf = (path: string) => `binnacle.list:${path}`;

/** Keeps how this list stands, for this tab, so that a link back brings it back. */
export function useRememberList(): void {
  const path = usePathname();
  const search = useSearchParams().toString();
  // Syncs with the tab's storage, which a browser may refuse.
  useEffect(() => {
    try {
      sessionStorage.setItem(keyOf(path), search);
    } catch {
      return;
    }
  }, [path, search]);
}

/** The address of a page, as its list last stood in this tab. */
export function useListHref(path: string): string {
  const isHydrated = useHydrated();
  if (!isHydrated) return path;
  try {
    const search = sessionStorage.getItem(keyOf(path));
    return search ? `${path}?${search}` : path;
  } catch {
    return path;
  }
}
