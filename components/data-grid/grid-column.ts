import type { ReactNode } from "react";
import type { PlainMessage } from "#components/i18n/text.ts";

/** A column of a list. */
export interface GridColumn<Row> {
  /** Also the field that it sorts by, when the list can sort by that. */
  key: string;
  header: PlainMessage;
  cell: (row: Row) => ReactNode;
  /** In pixels; what is left over is shared out. */
  width: number;
  /** Offered in the column menu, but not shown at first. */
  isHidden?: boolean;
  /** Stays at the left edge when the rest scrolls. */
  isPinned?: boolean;
  /** On a phone: the card's title, a line of text, a tag beside others, or left out. */
  phone: "title" | "text" | "tag" | "hidden";
}
