import type { ReactNode } from "react";
import { Entrance } from "#components/auth/entrance.tsx";

export default function EntranceLayout({ children }: { children: ReactNode }) {
  return <Entrance>{children}</Entrance>;
}
