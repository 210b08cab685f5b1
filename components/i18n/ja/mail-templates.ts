import type { mailTemplates as German } from "../de/mail-templates.ts";

export const mailTemplates: Record<keyof typeof German, string> = {
  Welcome: "ようこそ",
  Digest: "まとめ",
  "Alerts on jobs": "ジョブのアラート",
  "Weekly digest": "週間まとめ",
  Templates: "テンプレート",
  "Mail templates": "メールテンプレート",
  "Every kind of mail, with made-up content, as its reader sees it.":
    "あらゆる種類のメールを、架空の内容で、受取人に見えるとおりに表示します。",
  "Can be given up": "配信停止可",
  Preview: "プレビュー",
  "Language of the mail": "メールの言語",
  "How it is shown": "表示方法",
  "Send me a test": "自分にテスト送信",
  "The mail is on its way to {email}.": "{email} 宛てにメールを送信しました。",
  "Your mail": "あなたへのメール",
  "The mail that it came with is too old.": "このリンクのメールは古すぎます。",
  "This link does not work.": "このリンクは使えません。",
  "Get no more of this mail?": "このメールの配信を停止しますか？",
  "You get no more of it": "配信を停止しました",
  "{kind}, to {recipient}. Mail about your account comes either way.":
    "{kind}（{recipient} 宛て）。アカウントに関するメールは引き続き届きます。",
  "{kind} no longer goes to {recipient}.": "{kind}は {recipient} へ送られなくなりました。",
  "Get no more": "配信を停止",
  "Get it again": "配信を再開",
  "Mail to you": "あなたへのメール通知",
  "Security mail comes always.": "セキュリティに関するメールは常に届きます。",
  "When a queue passes a threshold, and an alert names your address":
    "キューがしきい値を超え、アラートにあなたのアドレスが登録されているとき",
  "What happened, as far as you may see it; Mondays unless scheduled otherwise":
    "閲覧できる範囲の出来事。別の予定がなければ毎週月曜日",
  "Kept in this browser. The language also counts for mail to you.":
    "このブラウザーに保存されます。言語はあなたへのメールにも適用されます。",
  "Counts for mail that is written from now on.": "これから作成されるメールに適用されます。",
  "Language of mail": "メールの既定の言語",
  "For people whose own is not known": "言語が分からない相手に使います",
  Footer: "フッター",
  "Below every mail: company, address, what the law wants there":
    "すべてのメールの末尾に入ります：会社名、住所、法律で必要な表示",
  "DKIM selectors": "DKIM セレクター",
  "Where the check of the sending domain looks for keys": "送信ドメインの確認で鍵を探す場所",
  "Expected a selector such as resend": "resend のようなセレクターを入力してください",
  "Control characters are not allowed": "制御文字は使えません",
  "Test mail sent": "テストメールを送信",
  "Choice of mail changed": "メールの受信設定を変更",
  "Language of mail changed": "メールの言語を変更",
  "Mails the digest to those who want it": "希望者にまとめをメールで送ります",
  "Send List-Unsubscribe=One-Click.": "List-Unsubscribe=One-Click を送信してください。",
  "Send the body as a form.": "本文はフォーム形式で送信してください。",
  "The form cannot be read.": "フォームを読み取れません。",
  "The mail is in the list. No provider is set up, so it goes no further.":
    "メールは一覧にあります。プロバイダーが設定されていないため、送信されません。",
  "The mail is held back: {email} gets no mail.":
    "メールは保留されました：{email} にはメールが送信されません。",
  "The mail is held back: you do not want mail of this kind.":
    "メールは保留されました：この種類のメールを希望していません。",
};
