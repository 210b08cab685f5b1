import type { account as German } from "../de/account.ts";

export const account: Record<keyof typeof German, string> = {
  "Your sessions": "あなたのセッション",
  "Where they are signed in.": "このユーザーがサインインしている端末です。",
  "Where you are signed in.": "あなたがサインインしている端末です。",
  "Signed out there.": "その端末からサインアウトしました。",
  "You are signed out on that device at once.": "その端末からすぐにサインアウトします。",
  "You see the account of {name}, and change nothing in it":
    "{name}さんのアカウントを表示しています（変更はできません）",
  "Name, address, password and sessions are theirs alone. For yours, end the impersonation.":
    "名前、アドレス、パスワード、セッションは本人だけのものです。ご自身のものを変更するには、代理操作を終了してください。",
  Appearance: "表示",
  "Kept in this browser.": "このブラウザーに保存されます。",
  "Change address": "アドレスを変更",
  "Change your e-mail address": "メールアドレスの変更",
  "A link is on its way to both addresses.": "両方のアドレスにリンクをお送りしました。",
  "Change e-mail address": "メールアドレスを変更",
  "We write to your present and to your new address. The change is made when both have confirmed it.":
    "現在のアドレスと新しいアドレスの両方にメールを送ります。両方で確認されると変更されます。",
  "New address": "新しいアドレス",
  "Send links": "リンクを送信",
  "Current password": "現在のパスワード",
  "Delete account": "アカウントを削除",
  "For good. Nobody can bring it back.": "元に戻すことはできません。",
  "Delete your account?": "アカウントを削除しますか？",
  "Your profile, your sessions on every device and the links mailed to you are deleted at once, for good. The audit log keeps what you did.":
    "プロフィール、すべての端末のセッション、送信済みのリンクは直ちに完全に削除されます。あなたの操作は監査ログに残ります。",
  "A link is on its way to {email}.": "{email}にリンクをお送りしました。",
  Confirmed: "確認済み",
  "Not confirmed": "未確認",
  "Link sent": "リンクを送信しました",
  "Send confirmation link": "確認用リンクを送信",
  "Password changed. Your other sessions have ended.":
    "パスワードを変更しました。ほかのセッションは終了しました。",
  "Changing it ends your other sessions.": "変更すると、ほかのセッションは終了します。",
  "Change password": "パスワードを変更",
  "Your address stays as it is.": "アドレスは変更されません。",
  "Cancel change": "変更を取り消す",
  "Changes to <strong>{email}</strong> once the new address has confirmed it.":
    "新しいアドレスで確認されると<strong>{email}</strong>に変わります。",
  "Changes to <strong>{email}</strong> once your present address has confirmed it.":
    "現在のアドレスで確認されると<strong>{email}</strong>に変わります。",
  "Changes to <strong>{email}</strong> once both addresses have confirmed it.":
    "両方のアドレスで確認されると<strong>{email}</strong>に変わります。",
  "Profile saved.": "プロフィールを保存しました。",
  "Save profile": "プロフィールを保存",
  Picture: "画像",
  "Changes to": "変更先",
};
