import type { lists as German } from "../de/lists.ts";

export const lists: Record<keyof typeof German, string> = {
  "List of users": "ユーザーの一覧",
  "Pages of users": "ユーザーのページ",
  "Search users": "ユーザーを検索",
  "{count, plural, one {# user} other {# users}}": "{count, plural, other {#件}}",
  "about {count, plural, one {# user} other {# users}}": "約{count, plural, other {#件}}",
  "{count, plural, one {# user} other {# users}} chosen": "{count, plural, other {#件}}を選択中",
  "about {count, plural, one {# user} other {# users}} chosen":
    "約{count, plural, other {#件}}を選択中",
  "Deleted users": "削除済みユーザー",
  "List of deleted users": "削除済みユーザーの一覧",
  "Pages of deleted users": "削除済みユーザーのページ",
  "Search deleted users": "削除済みユーザーを検索",
  "{count, plural, one {# deleted user} other {# deleted users}}": "{count, plural, other {#件}}",
  "about {count, plural, one {# deleted user} other {# deleted users}}":
    "約{count, plural, other {#件}}",
  "{count, plural, one {# deleted user} other {# deleted users}} chosen":
    "{count, plural, other {#件}}を選択中",
  "about {count, plural, one {# deleted user} other {# deleted users}} chosen":
    "約{count, plural, other {#件}}を選択中",
  Mails: "メール",
  "List of mails": "メールの一覧",
  "Pages of mails": "メールのページ",
  "Search mails": "メールを検索",
  "{count, plural, one {# mail} other {# mails}}": "{count, plural, other {#件}}",
  "about {count, plural, one {# mail} other {# mails}}": "約{count, plural, other {#件}}",
  "{count, plural, one {# mail} other {# mails}} chosen": "{count, plural, other {#件}}を選択中",
  "about {count, plural, one {# mail} other {# mails}} chosen":
    "約{count, plural, other {#件}}を選択中",
  Entries: "エントリー",
  "List of entries": "エントリーの一覧",
  "Pages of entries": "エントリーのページ",
  "{count, plural, one {# entry} other {# entries}}": "{count, plural, other {#件}}",
  "about {count, plural, one {# entry} other {# entries}}": "約{count, plural, other {#件}}",
  "{count, plural, one {# entry} other {# entries}} chosen": "{count, plural, other {#件}}を選択中",
  "about {count, plural, one {# entry} other {# entries}} chosen":
    "約{count, plural, other {#件}}を選択中",
  "Search by name or e-mail": "名前またはメールアドレスで検索",
  "No users yet": "まだユーザーがいません",
  "Invite the first one, and they will appear here.":
    "最初のユーザーを招待すると、ここに表示されます。",
  "Nobody matches": "一致するユーザーはいません",
  "Try another name or address, or fewer filters.":
    "別の名前やアドレス、または少ないフィルターでお試しください。",
  "The trash is empty": "ゴミ箱は空です",
  "Deleted users wait here until they are restored or purged.":
    "削除されたユーザーは、復元または完全削除されるまでここに残ります。",
  "Nothing has happened yet": "まだ何も起きていません",
  "Every change from now on appears here.": "今後の変更はすべてここに表示されます。",
  "No entry matches": "一致するエントリーはありません",
  "Try another action or a longer time, or fewer filters.":
    "別の操作、より長い期間、または少ないフィルターでお試しください。",
  "Search by address or subject": "アドレスまたは件名で検索",
  "No mail yet": "まだメールはありません",
  "Invitations and password links appear here as they are sent.":
    "招待やパスワードのリンクは送信されるとここに表示されます。",
  "No mail matches": "一致するメールはありません",
  "Try another address or subject, or fewer filters.":
    "別のアドレスや件名、または少ないフィルターでお試しください。",
};
