import type { ReactNode } from "react";
import { Shell } from "#components/shell/shell.tsx";
import { ViewerProvider } from "#components/shell/viewer.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { viewer } = await requireViewer();
  return (
    <ViewerProvider viewer={viewer}>
      <Shell>{children}</Shell>
    </ViewerProvider>
  );
}
