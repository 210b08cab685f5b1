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
  "They get no mail, because it bounced, was reported as spam, or somebody said so.":
    "配信不能、迷惑メールの報告、または手動の設定により、メールを送らないアドレスです。",
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
};
