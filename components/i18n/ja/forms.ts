import type { forms as German } from "../de/forms.ts";

export const forms: Record<keyof typeof German, string> = {
  Cancel: "キャンセル",
  Undo: "元に戻す",
  "Try again": "再試行",
  Previous: "前へ",
  Next: "次へ",
  "Pages of {list}": "{list}のページ",
  "Clear search": "検索をクリア",
  "Request {id}": "リクエスト {id}",
  "This page could not be shown": "このページを表示できませんでした",
  "Something went wrong on our side.": "サーバー側で問題が発生しました。",
  "Its number in the log: {digest}": "ログ内の番号：{digest}",
  "Not yours to see": "表示する権限がありません",
  "This could not be loaded": "読み込めませんでした",
  "{field} (now {value})": "{field}（現在：{value}）",
  "Only they changed, and now in this form: {changes}.":
    "相手だけが変更し、このフォームに反映済み：{changes}。",
  None: "なし",
  "You both changed it. It was: {value}": "双方が変更しました。変更前：{value}",
  "Choose one of the two": "どちらかを選んでください",
  "Keep mine": "自分の変更を保持",
  "Take theirs": "相手の変更を採用",
  "Unit of {label}": "{label}の単位",
  days: "日",
  hours: "時間",
  minutes: "分",
  seconds: "秒",
  "Something went wrong.": "問題が発生しました。",
  "Some fields need another value.": "一部の項目を修正してください。",
  "The server cannot be reached. Check your connection and try again.":
    "サーバーに接続できません。接続を確認して再試行してください。",
  "The database cannot be reached. Try again in a moment.":
    "データベースに接続できません。しばらくしてから再試行してください。",
  "This took too long and was given up.": "時間がかかりすぎたため中止しました。",
  "Sign in to continue.": "続けるにはサインインしてください。",
  "There is no such user.": "そのユーザーは存在しません。",
  "Somebody else changed this user meanwhile. Look at their changes, then try again.":
    "他の人がこのユーザーを変更しました。変更内容を確認して、もう一度お試しください。",
  "Somebody else changed this role meanwhile. Look at their changes, then try again.":
    "他の人がこのロールを変更しました。変更内容を確認して、もう一度お試しください。",
  "Somebody else changed these settings meanwhile. Look at their changes, then try again.":
    "他の人がこの設定を変更しました。変更内容を確認して、もう一度お試しください。",
};
