import type { events as German } from "../de/events.ts";

export const events: Record<keyof typeof German, string> = {
  "You follow events in too many places at once.": "同時に購読しているイベントが多すぎます。",
  "No event has had this id yet.": "このIDのイベントはまだありません。",
  "Not the id of an event": "イベントのIDではありません",
  "Subscribe to one procedure at a time.": "購読は1つのプロシージャずつ行ってください。",
  "Removes events older than a week": "1週間より古いイベントを削除する",
};
