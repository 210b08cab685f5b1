import type { entranceForms as German } from "../de/entrance-forms.ts";

export const entranceForms: Record<keyof typeof German, string> = {
  "The address may be mistyped, or what it named is gone.":
    "アドレスが間違っているか、対象がすでになくなっています。",
  "The link is incomplete. Open it once more from the mail.":
    "リンクが不完全です。メールからもう一度開いてください。",
  "Set up": "セットアップ",
  "Almost there": "あと少しです",
  "This Binnacle has no owner yet. Open the set-up link that the server printed when it started; a restart prints a new one.":
    "このBinnacleにはまだオーナーがいません。サーバーの起動時に表示されたセットアップ用リンクを開いてください。再起動すると新しいリンクが表示されます。",
  "Create the owner, the account that can do everything.":
    "すべての操作ができるオーナーのアカウントを作成します。",
  "The link was used already or has expired. Ask for another one.":
    "リンクは使用済みか期限切れです。新しいリンクを請求してください。",
  "Register once more": "もう一度登録する",
  "The link was used, replaced by a newer one, or has expired.":
    "リンクは使用済み、新しいものに置き換え済み、または期限切れです。",
  "Welcome, {name}": "ようこそ、{name}さん",
  "Choose a password to finish your account.":
    "パスワードを設定してアカウントの登録を完了してください。",
  "The invitation was used, replaced by a newer one, or has expired. Ask for another one.":
    "招待は使用済み、新しいものに置き換え済み、または期限切れです。新しい招待を依頼してください。",
  "Choose a password to accept your invitation.": "パスワードを設定して招待を承諾してください。",
  "Forgot your password": "パスワードを忘れた場合",
  "Change of address": "アドレスの変更",
  "Confirm the change": "変更の確認",
  "Confirm the change of address": "アドレスの変更を確認",
  "Confirm change": "変更を確認",
  "One press, and your account may move from this address to the new one.":
    "ボタンを押すと、アカウントをこのアドレスから新しいアドレスへ移せるようになります。",
  "One press, and your account may use this address.":
    "ボタンを押すと、アカウントでこのアドレスを使えるようになります。",
  "Thank you. The address changes once the link sent to your new address is confirmed.":
    "ありがとうございます。新しいアドレスに送ったリンクが確認されると、アドレスが変更されます。",
  "Thank you. The address changes once the link sent to your present address is confirmed.":
    "ありがとうございます。現在のアドレスに送ったリンクが確認されると、アドレスが変更されます。",
  "Address changed": "アドレスを変更しました",
  "One more to go": "あと1件の確認が必要です",
  "Go to your account": "アカウントへ",
  "Your account uses the new address from now on, to sign in as well.":
    "今後は新しいアドレスを使用します。サインインにも新しいアドレスを使ってください。",
  "Finish your account": "アカウントの登録を完了",
  "Your name": "お名前",
  "Create account and sign in": "アカウントを作成してサインイン",
  "Check your mail": "メールをご確認ください",
  "Back to sign-in": "サインインに戻る",
  "If {email} belongs to an account, a link to choose a new password is on its way.":
    "{email}がアカウントに登録されている場合は、新しいパスワードを設定するためのリンクをお送りしました。",
  "Enter your address and we send you a link to choose a new one.":
    "アドレスを入力すると、新しいパスワードを設定するためのリンクをお送りします。",
  "Ask for a new password": "新しいパスワードを請求",
  "Send link": "リンクを送信",
  "Accept the invitation": "招待を承諾",
  "Accept and sign in": "承諾してサインイン",
  "At least {count} characters. A few unrelated words do well.":
    "{count}文字以上。関連のない単語をいくつか並べるのがおすすめです。",
  "This link does not work": "このリンクは使えません",
  "Go to sign-in": "サインインへ",
  "Very weak": "非常に弱い",
  Weak: "弱い",
  Fair: "普通",
  Good: "良い",
  Strong: "強い",
  "A mail to {email} says what to do next. It should be there in a minute.":
    "{email}宛てに次の手順をお送りしました。1分ほどで届きます。",
  "Create an account": "アカウントを作成",
  "We send you a link to choose your password with.":
    "パスワードを設定するためのリンクをお送りします。",
  "Sign in instead": "サインインする",
  "Accounts are by invitation": "アカウントは招待制です",
  "Registration is closed. Ask an administrator to invite you; the mail they send has a link that lets you in.":
    "登録は受け付けていません。管理者に招待を依頼してください。届いたメールのリンクから入れます。",
  "You are signed out everywhere. Sign in with the new password.":
    "すべての端末からサインアウトしました。新しいパスワードでサインインしてください。",
  "Choose a new password": "新しいパスワードを設定",
  "Every session of your account ends when you save it.":
    "保存すると、アカウントのすべてのセッションが終了します。",
  "New password": "新しいパスワード",
  "Save password": "パスワードを保存",
  "Set up Binnacle": "Binnacleのセットアップ",
  "Create owner account": "オーナーアカウントを作成",
  "Address confirmed": "アドレスを確認しました",
  "Go to Binnacle": "Binnacleへ",
  "Thank you. Your e-mail address is confirmed.":
    "ありがとうございます。メールアドレスの確認が完了しました。",
  "Confirm your address": "アドレスの確認",
  "Confirm address": "アドレスを確認",
  "One press, and we know that this address reaches you.":
    "ボタンを押すと、このアドレスに届くことを確認できます。",
};
