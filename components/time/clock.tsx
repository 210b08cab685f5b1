"use client";

import { createContext, type ReactNode, use, useEffect, useState } from "react";

const TICK_MS = 30_000;
const ClockContext = createContext(0);

interface ClockProviderProps {
  /** The server's time in milliseconds, so that the first render is equal on both sides. */
  nowMs: number;
  children: ReactNode;
}

export function ClockProvider({ nowMs, children }: ClockProviderProps) {
  const [now, setNow] = useState(nowMs);
  // Syncs with the wall clock.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <ClockContext value={now}>{children}</ClockContext>;
}

export function useNow(): number {
  return use(ClockContext);
}
