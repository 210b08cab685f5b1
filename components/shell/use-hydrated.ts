"use client";

import { useSyncExternalStore } from "react";

/** False on the server and during hydration, true from the first render that belongs to the browser. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}

function subscribeToNothing() {
  return () => undefined;
}
