import type { de } from "./de.ts";

export const ja: Record<keyof typeof de, string> = {
  "Hello {name},": "{name} 様",
  "Hello,": "こんにちは。",
  "The link works once, until {until}.": "このリンクは {until} まで、一度だけ使えます。",
  "If the button does not work, copy this address into your browser:":
    "ボタンが使えない場合は、次のアドレスをブラウザーに貼り付けてください：",
  When: "日時",
  From: "接続元",
  Device: "端末",
  "Unknown device": "不明なデバイス",
  "{program} on {os}": "{os} の {program}",
  "New address": "新しいアドレス",
  "If it was not you, tell an administrator at once.":
    "お心当たりがない場合は、すぐに管理者へお知らせください。",
  "If you have no account with us, ignore this.":
    "アカウントをお持ちでない場合は、このメールを無視してください。",
  "{inviter} invites you to Binnacle": "{inviter} さんから Binnacle への招待",
  "{inviter} has made an account for you. Choose a password, and you are in.":
    "{inviter} さんがあなたのアカウントを作成しました。パスワードを決めれば、すぐにお使いいただけます。",
  "Accept the invitation": "招待を受ける",
  "If you did not expect this, ignore it: nothing happens without the link.":
    "お心当たりがない場合は無視してください。リンクを開かない限り、何も起こりません。",
  "Welcome to Binnacle": "Binnacle へようこそ",
  "Your account is ready. You sign in with this address.":
    "アカウントの準備ができました。このメールアドレスでサインインします。",
  "On the account page you choose your language, your password and which mail you get, and see where you are signed in.":
    "アカウントページでは、言語、パスワード、受け取るメールを選び、サインイン中の端末を確認できます。",
  "Open Binnacle": "Binnacle を開く",
  "Look at your account": "アカウントを見る",
  "If you did not make this account, tell an administrator.":
    "このアカウントに心当たりがない場合は、管理者へお知らせください。",
  "Finish your Binnacle account": "Binnacle アカウントの作成を完了してください",
  "Somebody, most likely you, asked for an account with this address. Choose a password, and it is yours.":
    "このアドレスでアカウントの申し込みがありました（おそらくご本人によるものです）。パスワードを決めれば、アカウントはあなたのものです。",
  "Finish your account": "アカウントの作成を完了",
  "If it was not you, ignore this: there is no account without the link.":
    "お心当たりがない場合は無視してください。リンクを開かない限り、アカウントは作られません。",
  "You have a Binnacle account already": "Binnacle アカウントはすでにあります",
  "Somebody, most likely you, asked for an account with this address.":
    "このアドレスでアカウントの申し込みがありました（おそらくご本人によるものです）。",
  "One waits for you: open the link in your invitation, or ask an administrator for a new one.":
    "アカウントはすでに用意されています。招待メールのリンクを開くか、管理者に新しい招待を頼んでください。",
  "It has one already, so you can simply sign in.":
    "このアドレスにはすでにアカウントがあるので、そのままサインインできます。",
  "Sign in": "サインイン",
  "Choose a new password": "新しいパスワードの設定",
  "If it was not you, ignore this: nothing has changed.":
    "お心当たりがない場合は無視してください。何も変わっていません。",
  "Confirm your e-mail address": "メールアドレスの確認",
  "Please confirm that this address is yours.":
    "このアドレスがご自身のものであることを確認してください。",
  "Confirm this address": "このアドレスを確認",
  "Confirm the change of your e-mail address": "メールアドレス変更の確認",
  "Somebody, most likely you, asked to change the e-mail address of your account. It changes when both addresses have confirmed it.":
    "アカウントのメールアドレスの変更が申し込まれました（おそらくご本人によるものです）。両方のアドレスで確認されると変更されます。",
  "Confirm the change": "変更を確認",
  "If it was not you, do not confirm it, and change your password.":
    "お心当たりがない場合は確認せず、パスワードを変更してください。",
  "Confirm your new e-mail address": "新しいメールアドレスの確認",
  "Please confirm that your account is to use this address. We have written to the address before it too: both have to confirm.":
    "アカウントでこのアドレスを使うことを確認してください。これまでのアドレスにもメールを送りました。両方での確認が必要です。",
  "Your e-mail address was changed": "メールアドレスが変更されました",
  "Your account has another e-mail address now. This one is no longer used.":
    "アカウントのメールアドレスが変更されました。このアドレスはもう使われません。",
  "Somebody, most likely you, asked for a new password for your account.":
    "アカウントの新しいパスワードが申し込まれました（おそらくご本人によるものです）。",
  "Saving the new password ends all your sessions.":
    "新しいパスワードを保存すると、すべてのセッションが終了します。",
  "If it was not you, ignore this: your password stays as it is.":
    "お心当たりがない場合は無視してください。パスワードは変わりません。",
  "Your password was changed": "パスワードが変更されました",
  "The password of your account was changed, and your other sessions have ended.":
    "アカウントのパスワードが変更され、ほかのセッションは終了しました。",
  "It was not me": "心当たりがない",
  "If it was you, there is nothing to do.": "ご本人であれば、何もする必要はありません。",
  "Your Binnacle account was deleted": "Binnacle アカウントが削除されました",
  "Your account is gone for good, with its password, its sessions and the links mailed to you. The audit log keeps what you did.":
    "アカウントは、パスワード、セッション、お送りしたリンクとともに完全に削除されました。操作の記録は監査ログに残ります。",
  "If it was not you, tell an administrator at once: somebody knows your password. Change it wherever else you use it.":
    "お心当たりがない場合は、すぐに管理者へお知らせください。パスワードが他人に知られています。同じパスワードを使っているほかの場所でも変更してください。",
  "New sign-in to your account": "アカウントへの新しいサインイン",
  "Your account was used on a device that we have not seen before.":
    "これまでに使われたことのない端末でアカウントが使われました。",
  "Look at your sessions": "セッションを見る",
  "If it was not you, end that session and change your password.":
    "お心当たりがない場合は、そのセッションを終了し、パスワードを変更してください。",
  "{queue} is within its threshold again": "{queue} がしきい値内に戻りました",
  "{queue} has passed its threshold": "{queue} がしきい値を超えました",
  "A queue that had passed its threshold is within it again.":
    "しきい値を超えていたキューが、しきい値内に戻りました。",
  "A queue has passed the threshold of an alert.": "キューがアラートのしきい値を超えました。",
  Queue: "キュー",
  Threshold: "しきい値",
  "Jobs waiting": "待機中のジョブ",
  "Seconds that the oldest job has waited": "最も古いジョブの待ち時間（秒）",
  "Percent of attempts that failed in 15 minutes": "15 分間に失敗した試行の割合（%）",
  "Look at the queues": "キューを見る",
  "You get this because an alert in Binnacle names your address.":
    "Binnacle のアラートにあなたのアドレスが登録されているため、このメールが届いています。",
  "Binnacle from {since} to {until}": "Binnacle：{since} から {until} まで",
  "What happened since the last digest.": "前回のまとめ以降の出来事です。",
  "Nothing failed.": "失敗したものはありません。",
  "New users": "新しいユーザー",
  "Sign-ins": "サインイン",
  "Jobs completed": "完了したジョブ",
  "Failed attempts at jobs": "失敗したジョブの試行",
  "New kinds of errors": "新しい種類のエラー",
  "Mails not delivered": "届かなかったメール",
  "You get this because you asked for it on your account page.":
    "アカウントページで希望されたため、このメールが届いています。",
  "Get no more mail of this kind": "この種類のメールの配信を停止",
};
