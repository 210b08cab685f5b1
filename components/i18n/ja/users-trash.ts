import type { usersTrash as German } from "../de/users-trash.ts";

export const usersTrash: Record<keyof typeof German, string> = {
  "Deleted users. They are shut out, and purged for good when their time is over.":
    "削除されたユーザーです。アクセスできず、期限が過ぎると完全に削除されます。",
  "Empty trash…": "ゴミ箱を空にする…",
  "Empty the trash for good?": "ゴミ箱を完全に空にしますか？",
  "{count, plural, one {# user} other {# users}} in the trash may do as much as you, or more: they are not yours to purge.":
    "ゴミ箱の{count, number}人はあなたと同等以上の権限を持つため、完全に削除できません。",
  "There is nobody in it.": "誰もいません。",
  "{count, plural, one {# user} other {# users}} purged.":
    "{count, number}人のユーザーを完全に削除しました。",
  "Empty the trash": "ゴミ箱を空にする",
  "How many users go": "削除される人数",
  "Type {number} to confirm.": "確認のため{number}と入力してください。",
  "{count, plural, one {# user} other {# users}} left…": "残り{count, number}人…",
  "Purge them for good": "完全に削除",
  "Goes for good": "完全に削除されるもの",
  Stays: "残るもの",
  "Purge {name}": "{name}さんを完全に削除",
  "Purge…": "完全に削除…",
  "Purge {name} for good?": "{name}さんを完全に削除しますか？",
  "{name} is purged.": "{name}さんを完全に削除しました。",
  "Their e-mail address": "ユーザーのメールアドレス",
  "Type {email} to confirm.": "確認のため{email}と入力してください。",
  "Purge for good": "完全に削除",
  "The profile: name, address, roles": "プロフィール: 名前、アドレス、ロール",
  "The picture": "画像",
  "The password": "パスワード",
  "A change of address that waits for confirmation": "確認待ちのアドレス変更",
  "{count, plural, one {# change} other {# changes}} of address not confirmed yet":
    "未確認のアドレス変更{count, number}件",
  "{count, plural, one {# profile} other {# profiles}}": "プロフィール{count, number}件",
  "{count, plural, one {# picture} other {# pictures}}": "画像{count, number}件",
  "{count, plural, one {# password} other {# passwords}}": "パスワード{count, number}件",
  "{count, plural, one {# session} other {# sessions}}": "セッション{count, number}件",
  "{count, plural, one {# mailed link} other {# mailed links}}":
    "送信済みのリンク{count, number}件",
  "{count, plural, one {# private view} other {# private views}}":
    "非公開のビュー{count, number}件",
  "{count, plural, one {# shared view} other {# shared views}}, with which the list opens for {others, plural, one {# other person} other {# other people}}":
    "共有のビュー{count, number}件（ほかの{others, number}人の一覧が最初に開くもの）",
  "{count, plural, one {# shared view} other {# shared views}}": "共有のビュー{count, number}件",
  "{count, plural, one {# entry} other {# entries}} of the audit log, with the name":
    "監査ログのエントリ{count, number}件（名前を含む）",
  "{count, plural, one {# mail} other {# mails}} sent to this address":
    "このアドレスに送ったメール{count, number}件",
  "What the audit log says of them, with the names, and mails sent to them":
    "監査ログの記録（名前を含む）と送信済みのメール",
  "{count, plural, one {# user} other {# users}} in the trash who may do as much as you, or more":
    "ゴミ箱の中の、あなたと同等以上の権限を持つユーザー{count, number}人",
  "{name} is restored.": "{name}さんを復元しました。",
  "{name} is in the trash.": "{name}さんをゴミ箱に移動しました。",
  Restore: "復元",
  Deleted: "削除日",
  "Deleted by": "削除した人",
  Purged: "完全削除日",
  "Purge now": "今すぐ完全に削除",
  by: "実行者",
  "somebody unknown": "不明",
};
