import type { sessions as German } from "../de/sessions.ts";

export const sessions: Record<keyof typeof German, string> = {
  "This device": "この端末",
  "{name} as you": "{name}さん（あなたとして操作中）",
  "{name} as this user": "{name}さん（このユーザーとして操作中）",
  "Last seen {time}": "最終利用: {time}",
  "Revoke {what}": "{what}を取り消す",
  Revoke: "取り消す",
  "Revoke all": "すべて取り消す",
  "Not signed in anywhere": "どこにもサインインしていません",
  "End the impersonation?": "代理操作を終了しますか？",
  "{impersonator} stops acting as {name} at once.":
    "{impersonator}さんによる{name}さんとしての操作を直ちに終了します。",
  "Revoke {device}?": "{device}を取り消しますか？",
  "{name} is signed out on this device at once.":
    "{name}さんはこの端末から直ちにサインアウトされます。",
  "{name} is signed out there.": "{name}さんをその端末からサインアウトしました。",
  "Revoke session": "セッションを取り消す",
  "Revoke all sessions?": "すべてのセッションを取り消しますか？",
  "{name} is signed out on every device at once.":
    "{name}さんはすべての端末から直ちにサインアウトされます。",
  Impersonate: "代理操作",
  "Act as {name}?": "{name}さんとして操作しますか？",
  "Act as {name}": "{name}さんとして操作",
  "You see and may do what {name} sees and may do, in every tab.":
    "すべてのタブで、{name}さんに見えるものが見え、できることができます。",
  "Their password, address and account stay theirs, and you give nobody a role.":
    "本人のパスワード、アドレス、アカウントは変更できず、ロールの割り当てもできません。",
  "It ends by itself after {duration}, and whenever you end it.":
    "{duration}後に自動で終了します。いつでも終了できます。",
  "It ends by itself, and whenever you end it.": "自動で終了します。いつでも終了できます。",
  "The audit log names you both for everything, and {name} can see that you were here.":
    "監査ログにはすべての操作について両者の名前が残り、{name}さんはあなたが操作したことを確認できます。",
  "Kept in the audit log, where others read it.": "監査ログに残り、ほかの人も読めます。",
  Start: "開始",
  "<note>{impersonator}, you are</note> <role>acting as</role> <strong>{name}</strong>. <note>Everything is recorded under both names.</note>":
    "<note>{impersonator}さん、現在</note> <strong>{name}</strong> <role>として操作中です</role>。<note>すべて両者の名前で記録されます。</note>",
  End: "終了",
  "{minutes} min left": "残り{minutes}分",
  "Last minute": "残り1分",
};
