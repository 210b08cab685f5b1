"use client";

import { createContext, type ReactNode, use } from "react";
import type { Viewer } from "#server/domains/auth/schema.ts";
import type { Permission } from "#server/platform/access/catalog.ts";

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) {
    throw new Error("useViewer works inside the dashboard only");
  }
  return viewer;
}

/** Whether to offer something at all; the procedure behind it decides. */
export function useCan(permission: Permission): boolean {
  return useViewer().permissions.includes(permission);
}
