import type { live as German } from "../de/live.ts";

export const live: Record<keyof typeof German, string> = {
  "Live updates": "ライブ更新",
  "said|{count} events have waited for more than 30 seconds.":
    "{count}件のイベントが30秒以上待機しています。",
  "What happens is told as it happens.": "出来事はすぐに伝えられています。",
  "No notifications arrive; what happens is found once a second.":
    "通知が届いていません。出来事は1秒ごとに確認されます。",
  "Open streams": "接続中のストリーム",
  "Events told": "伝えたイベント",
  "Found by the poll": "定期確認で見つけたもの",
  "Not live: reconnecting…": "ライブではありません。再接続しています…",
};
