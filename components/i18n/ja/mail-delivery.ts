import type { mailDelivery as German } from "../de/mail-delivery.ts";

export const mailDelivery: Record<keyof typeof German, string> = {
  "Kept here": "ここに保存",
  "Waiting to be sent": "送信待ち",
  Delivered: "配信済み",
  Bounced: "配信不能",
  "Reported as spam": "迷惑メールとして報告",
  "Not sent": "未送信",
  "Held back": "送信停止",
  "Mail to it bounced": "メールが配信不能",
  "Reported mail as spam": "迷惑メールとして報告",
  "Added by hand": "手動で追加",
  Written: "作成",
  Problem: "問題",
  "What became of it": "その後の経過",
  Delayed: "遅延",
  "The mail is sent again.": "メールを再送信しました。",
  "Held back addresses": "送信停止中のアドレス",
  "All held back addresses": "送信停止中のアドレスすべて",
  Since: "開始",
  "No address is held back": "送信停止中のアドレスはありません",
  "Addresses appear here when mail to them bounces or is reported as spam.":
    "配信不能になるか迷惑メールとして報告されたアドレスがここに表示されます。",
  "Let {recipient} get mail again": "{recipient}への送信を再開",
  "{recipient} gets mail again.": "{recipient}への送信を再開しました。",
  "Let go": "解除",
  "Hold an address back": "アドレスへの送信を停止",
  "Hold it back": "停止する",
  "{recipient} gets no more mail.": "{recipient}への送信を停止しました。",
  "This address is not held back.": "このアドレスは送信停止になっていません。",
  "No provider is set up, so mail stays here.":
    "配信サービスが設定されていないため、メールはここに残ります。",
  "This mail is still to be sent.": "このメールはまだ送信待ちです。",
  "The address gets no mail.": "このアドレスにはメールを送りません。",
  "Address held back from mail": "アドレスへの送信を停止",
  "Address gets mail again": "アドレスへの送信を再開",
  "Mail sent again": "メールを再送信",
  "Address held back in the database": "データベースで送信を停止",
  "Held back address changed in the database": "データベースで送信停止を変更",
  "Held back address removed in the database": "データベースで送信停止を解除",
  Suppression: "送信停止",
  "Send mail again, hold addresses back": "メールの再送信、アドレスの送信停止",
  "Sends mail": "メールを送信する",
  "The provider does not answer; it is left alone for half a minute.":
    "配信サービスが応答しません。30秒間待機します。",
  "said|{count} mails have waited for more than 15 minutes.":
    "{count}通のメールが15分以上待機しています。",
  "Mail stays in the outbox; no provider is set up.":
    "メールは送信箱に残ります。配信サービスが設定されていません。",
  "Mail goes out.": "メールは送信されています。",
  Provider: "配信サービス",
  "They get no mail, because it bounced or somebody said so. Whoever reported spam still gets what the account needs.":
    "メールが戻ってきたか、誰かが指定したため、送信されません。迷惑メールと報告した人にも、アカウントに必要なメールは届きます。",
  "Still gets mail about the account": "アカウントに関するメールは届きます",
  "List of held back addresses": "保留中のアドレスの一覧",
  "Pages of held back addresses": "保留中のアドレスのページ",
  "Search held back addresses": "保留中のアドレスを検索",
  "Search by address": "アドレスで検索",
  "{count, plural, one {# address} other {# addresses}}": "{count, plural, other {# 件のアドレス}}",
  "about {count, plural, one {# address} other {# addresses}}":
    "約 {count, plural, other {# 件のアドレス}}",
  "{count, plural, one {# address} other {# addresses}} chosen":
    "{count, plural, other {# 件のアドレス}}を選択中",
  "about {count, plural, one {# address} other {# addresses}} chosen":
    "約 {count, plural, other {# 件のアドレス}}を選択中",
  "No address matches": "一致するアドレスはありません",
  "Try another address, or fewer filters.":
    "別のアドレスか、より少ないフィルターをお試しください。",
  "Any reason": "すべての理由",
  "The address does not want mail of this kind.":
    "このアドレスはこの種類のメールを希望していません。",
  "The provider refused it.": "プロバイダーに拒否されました。",
  "The provider has failed again and again, and is left alone for a while.":
    "プロバイダーが繰り返し失敗したため、しばらく送信を控えています。",
  "The provider did not take it within a day.": "プロバイダーが 1 日以内に受け付けませんでした。",
  "Its link expired before it could be sent.": "送信前にリンクの有効期限が切れました。",
  "The job that was to send it has ended without doing so.":
    "送信するはずだったジョブが、送信せずに終了しました。",
  Links: "リンク",
  "Hidden: they work for whoever has them.": "非表示：持っている人なら誰でも使えるためです。",
  "The link in this mail has expired. A new one is needed.":
    "このメールのリンクは期限切れです。新しいリンクが必要です。",
  "Marks mail as not sent whose job is gone": "ジョブがなくなったメールを未送信にします",
  "Removes expired one-time links from mail": "期限切れのワンタイムリンクをメールから取り除きます",
  "Expired links removed from mail": "期限切れのリンクをメールから削除",
  "said|{count} mails could not be sent in the last 15 minutes.":
    "過去 15 分間に {count} 件のメールを送信できませんでした。",
};
