export const overview = {
  "figure|Active": "有効",
  "figure|Invited": "招待中",
  "figure|Suspended": "一時停止中",
  "Sessions now": "現在のセッション",
  "{count}: show users": "{count}：ユーザーを表示",
  "{count}: show active": "{count}：有効なユーザーを表示",
  "{count}: show invited": "{count}：招待中のユーザーを表示",
  "{count}: show suspended": "{count}：一時停止中のユーザーを表示",
  Period: "期間",
  "{days} days": "{days}日間",
  "Your role shows no figures here": "お使いのロールではここに数値は表示されません",
  "Somebody who may edit roles can open more of them to you.":
    "ロールを編集できる人に依頼すると、表示できる数値を増やせます。",
  "New users": "新規ユーザー",
  "New users a day over the last {days} days. In all: New users {count}":
    "過去{days}日間の1日あたりの新規ユーザー。合計：新規ユーザー{count}",
  "No new users in the last {days} days": "過去{days}日間に新規ユーザーはいません",
  "Sign-ins": "サインイン",
  "figure|Signed in": "成功",
  "figure|Failed": "失敗",
  "Sign-ins a day over the last {days} days. In all: Signed in {succeeded}, Failed {failed}":
    "過去{days}日間の1日あたりのサインイン。合計：成功{succeeded}、失敗{failed}",
  "No sign-ins in the last {days} days": "過去{days}日間にサインインはありません",
  "none in the {days} days before": "その前の{days}日間は0件",
  "as many as in the {days} days before": "その前の{days}日間と同数",
  "<b>{percent} %</b>fewer than in the {days} days before":
    "その前の{days}日間より<b>{percent}%</b>減少",
  "<b>{percent} %</b>more than in the {days} days before":
    "その前の{days}日間より<b>{percent}%</b>増加",
  "Recent changes": "最近の変更",
  "Nothing has happened yet": "まだ何も起きていません",
};
