import type { usersNew as German } from "../de/users-new.ts";

export const usersNew: Record<keyof typeof German, string> = {
  "Invite user": "ユーザーを招待",
  "More ways to add users": "ユーザーを追加するほかの方法",
  "Add without telling them": "通知せずに追加",
  "Invite many": "まとめて招待",
  "Invite many users": "ユーザーをまとめて招待",
  People: "招待する人",
  "One a line: an address, {named}, or address, name, department.":
    "1行に1人: アドレス、{named}、または アドレス, 名前, 部署。",
  address: "アドレス",
  "{count, plural, one {# person} other {# people}}": "{count, number}人",
  "Of those whose line names none.": "行に部署の記載がない人に適用されます。",
  "Check the list": "リストを確認",
  "{count, plural, one {# invitation is on its way.} other {# invitations are on their way.}}":
    "{count, number}件の招待をお送りしました。",
  "Lines that were left out": "除外された行",
  "Copy these lines": "これらの行をコピー",
  Done: "完了",
  "Every line can be invited.": "すべての行を招待できます。",
  "{count, plural, one {# line} other {# lines}} will be left out. Go back to change them.":
    "{count, number}行が除外されます。戻って修正できます。",
  "What would become of each line": "各行の結果",
  "Will be invited": "招待されます",
  Back: "戻る",
  "Send {count, plural, one {# invitation} other {# invitations}}": "{count, number}件の招待を送信",
  "Invite a user": "ユーザーを招待",
  "Add a user without telling them": "通知せずにユーザーを追加",
  "Name at least one person": "少なくとも1人を入力してください",
  "None of the lines can be invited": "招待できる行がありません",
  "said|At most {count} people are invited in one go": "一度に招待できるのは{count}人までです",
  "said|Line {number} has this address": "{number}行目と同じアドレスです",
  Line: "行",
  Person: "人",
  State: "状態",
  "They receive a link to choose a password.": "パスワードを設定するためのリンクが送られます。",
  "Send invitation": "招待を送信",
  "{name} is invited: the mail is on its way to {email}.":
    "{name}さんを招待しました。{email}にメールをお送りしました。",
  "Add a user": "ユーザーを追加",
  "They receive no mail until you send the invitation from their page.":
    "ユーザーのページから招待を送るまで、メールは送られません。",
  "Add user": "ユーザーを追加",
  "{name} is added. Nobody has told them yet.":
    "{name}さんを追加しました。まだ本人には通知していません。",
  "Here by this name already:": "同じ名前のユーザーがすでにいます:",
  "and {count} more": "ほか{count}件",
};
