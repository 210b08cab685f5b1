import type { ReactNode } from "react";
import type { PlainMessage } from "#components/i18n/text.ts";
import type { Act } from "#components/palette/commands.ts";

/** One line of the palette, wherever it comes from. */
export interface Entry {
  id: string;
  label: string;
  keywords: string;
  group: "Go to" | "Actions" | "Users";
  icon: ReactNode;
  description?: string;
  /** What stands at the end of the line. */
  state?: ReactNode;
  act: Act;
}

export interface EntryGroup {
  label: PlainMessage;
  entries: Entry[];
}
