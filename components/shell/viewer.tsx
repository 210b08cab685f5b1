"use client";

import { createContext, type ReactNode, use } from "react";
import type { Viewer } from "#server/domains/auth/schema.ts";
import { inPersonOf, type Permission } from "#server/platform/access/catalog.ts";

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

/** The same for what changes something: some of it people do only as themselves. */
export function mayChange(viewer: Viewer, permission: Permission): boolean {
  const isActing = viewer.impersonator !== null;
  return viewer.permissions.includes(permission) && !(isActing && inPersonOf(permission));
}

export function useMayChange(permission: Permission): boolean {
  return mayChange(useViewer(), permission);
}
