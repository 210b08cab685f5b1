import type { mailDomain as German } from "../de/mail-domain.ts";

export const mailDomain: Record<keyof typeof German, string> = {
  "Sending domain": "送信ドメイン",
  "Whether receivers can tell that your mail is yours.":
    "受信側が、あなたからのメールだと確認できるかどうか。",
  "No sender is configured": "送信者が設定されていません",
  "Mail stays here until MAIL_FROM and a provider are set.":
    "MAIL_FROM と配信サービスが設定されるまで、メールはここに残ります。",
  "What its name server says now. A change there can take hours to arrive.":
    "ネームサーバーの現在の応答です。変更が反映されるまで数時間かかることがあります。",
  "Check again": "もう一度確認",
  "In order": "正常",
  "Could be better": "改善の余地あり",
  Wrong: "問題あり",
  "Not known": "不明",
  "Names who may send, and has the rest refused or marked.":
    "送信できる相手を示し、それ以外を拒否または警告させます。",
  "No SPF record: receivers cannot tell who may send.":
    "SPF レコードがありません。受信側は誰が送信できるか判断できません。",
  "More than one SPF record: receivers pass over them all.":
    "SPF レコードが複数あります。受信側はすべて無視します。",
  "Leads to more than 10 lookups: receivers give up.":
    "10 回を超える問い合わせが必要です。受信側は打ち切ります。",
  "Lets everybody send.": "誰でも送信できる設定です。",
  "Says nothing of those who are not named. End it with ~all.":
    "記載のない送信元の扱いが決まっていません。末尾に ~all を付けてください。",
  "A key is published.": "鍵が公開されています。",
  "No key: receivers cannot check signatures.": "鍵がありません。受信側は署名を確認できません。",
  "What is published is no key.": "公開されている内容は鍵ではありません。",
  "The key is empty, which means that it is revoked.": "鍵が空です。失効を意味します。",
  "The key has fewer than 2,048 bits; some receivers pass over it.":
    "鍵が 2,048 ビット未満です。無視する受信側があります。",
  "Marked as a test, so receivers may ignore it.":
    "テスト用と示されているため、受信側に無視されることがあります。",
  "Name the selector in the settings of mail.": "メールの設定でセレクターを指定してください。",
  "Has mail that only pretends to be yours held back.": "なりすましのメールを止めさせます。",
  "No DMARC record: large providers refuse mail without one.":
    "DMARC レコードがありません。大手の受信側は受け取りを拒否します。",
  "More than one DMARC record: receivers pass over them all.":
    "DMARC レコードが複数あります。受信側はすべて無視します。",
  "Names no policy.": "ポリシーが指定されていません。",
  "Only watches. Choose quarantine or reject once reports look right.":
    "監視だけです。レポートに問題がなければ quarantine か reject を選んでください。",
  "The name server does not answer.": "ネームサーバーが応答しません。",
  "Includes a name without an SPF record: receivers pass over the whole record.":
    "SPF レコードのない名前を含んでいます：受信側はレコード全体を無視します。",
};
