import type { palette as German } from "../de/palette.ts";

export const palette: Record<keyof typeof German, string> = {
  Actions: "操作",
  "Go to": "移動先",
  "Change your password": "パスワードを変更",
  "Sign out other sessions": "ほかのセッションをサインアウト",
  "Use light colours": "明るい配色にする",
  "Use dark colours": "暗い配色にする",
  "Use the system's colours": "システムの配色に合わせる",
  "Registration settings": "登録の設定",
  "Session settings": "セッションの設定",
  "Rate limit settings": "レート制限の設定",
  "Logging settings": "ログの設定",
  "Trash settings": "ゴミ箱の設定",
  "Revoke all other sessions?": "ほかのセッションをすべて取り消しますか？",
  "You stay signed in here and are signed out everywhere else.":
    "この端末ではサインインしたまま、ほかのすべての端末からサインアウトします。",
  "Revoke others": "ほかを取り消す",
  "{count, plural, one {# other session} other {# other sessions}} ended.":
    "ほかの{count}件のセッションを終了しました。",
  "Go anywhere, do anything": "移動と操作",
  "Search pages, actions and users": "ページ、操作、ユーザーを検索",
  "<key>↑</key> <key>↓</key> to move": "<key>↑</key> <key>↓</key> 移動",
  "<key>↵</key> to choose": "<key>↵</key> 選択",
  "<key>esc</key> to close": "<key>esc</key> 閉じる",
  "Recently used": "最近使ったもの",
  "Users could not be searched.": "ユーザーを検索できませんでした。",
  "Looking for users…": "ユーザーを検索中…",
  "Nothing matches “{query}”.": "「{query}」に一致するものはありません。",
  "{count, plural, one {# result} other {# results}}": "{count}件の結果",
  Results: "結果",
  Breadcrumb: "パンくずリスト",
};
