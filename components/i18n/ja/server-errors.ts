import type { serverErrors as German } from "../de/server-errors.ts";

export const serverErrors: Record<keyof typeof German, string> = {
  "Your role does not show this list.": "お使いのロールではこの一覧を表示できません。",
  "Only its owner may change this view. Save your own.":
    "このビューを変更できるのは所有者だけです。ご自身のビューとして保存してください。",
  "Only its owner may rename, share or delete this view.":
    "このビューの名前変更、共有、削除ができるのは所有者だけです。",
  "Your role does not let you share views.": "お使いのロールではビューを共有できません。",
  "Your role does not let you share views": "お使いのロールではビューを共有できません",
  "There is no such view.": "そのようなビューはありません。",
  "There is no such role.": "そのようなロールはありません。",
  "There is no such mail.": "そのようなメールはありません。",
  "There is no such entry.": "そのようなエントリはありません。",
  "There are no such settings any more.": "その設定はなくなりました。",
  "There is a role with this key": "このキーのロールがすでにあります",
  "This role allows more than you may do.": "このロールはあなたの権限を超えています。",
  "This role allows more than you may do": "このロールはあなたの権限を超えています",
  "Allows more than you may do": "あなたの権限を超えています",
  "You cannot do this to someone who may do as much as you or more.":
    "あなたと同等以上の権限を持つ人に対しては行えません。",
  "This is the last owner. Make somebody else an owner first.":
    "最後のオーナーです。先に別の人をオーナーにしてください。",
  "You may do this only for users of your own department.":
    "ご自身の部署のユーザーに対してのみ行えます。",
  "You may do this only for users of your own department":
    "ご自身の部署のユーザーに対してのみ行えます",
  "Somebody in the trash has this address: restore or purge them":
    "ゴミ箱のユーザーがこのアドレスを使っています。復元するか完全に削除してください",
  "Somebody already has this address": "このアドレスはすでに使われています",
  "An earlier line has this address": "前の行と同じアドレスです",
  "Not usable": "使用できません",
  "Choose a time in the future": "将来の日時を選んでください",
  "This is not their address": "このユーザーのアドレスではありません",
  "This user has no picture.": "このユーザーには画像がありません。",
  "Choose a PNG, JPEG or WebP picture.": "PNG、JPEG、WebPの画像を選んでください。",
  "Choose a PNG, JPEG or WebP picture": "PNG、JPEG、WebPの画像を選んでください",
  "This picture is damaged: it cannot be read to its end":
    "この画像は破損しており、最後まで読み取れません",
  "said|Choose a picture of at most {width} × {height} pixels":
    "{width}×{height}ピクセル以下の画像を選んでください",
  "Users come by invitation.": "ユーザーは招待制です。",
  "This session has ended already.": "このセッションはすでに終了しています。",
  "You act as somebody else in this browser already.":
    "このブラウザーではすでに別のユーザーとして操作中です。",
  "The recipient is not an e-mail address.": "宛先がメールアドレスではありません。",
  "Binnacle is set up already. Sign in instead.":
    "Binnacleはすでにセットアップ済みです。サインインしてください。",
  "E-mail or password is wrong.": "メールアドレスまたはパスワードが正しくありません。",
  "Registration is closed: accounts are by invitation. Ask an administrator for one.":
    "登録は受け付けていません。アカウントは招待制です。管理者に招待を依頼してください。",
  "Addresses of this domain cannot register": "このドメインのアドレスでは登録できません",
  "Too many passwords are being rated.": "パスワードの評価が混み合っています。",
  "This password is easy to guess. Add more words.":
    "推測されやすいパスワードです。単語を増やしてください。",
  "This is your current password": "現在のパスワードと同じです",
  "This link does not work any more: it was used, replaced or is too old. Ask for a new one.":
    "このリンクは使えなくなりました。使用済み、置き換え済み、または期限切れです。新しいリンクを請求してください。",
  "Your address is confirmed already.": "アドレスはすでに確認済みです。",
  "This is your address already": "すでにこのアドレスが登録されています",
  "This is not your current password": "現在のパスワードが正しくありません",
  "Your password was changed meanwhile. Sign in again.":
    "パスワードが変更されました。もう一度サインインしてください。",
  "Your role does not allow this change.": "お使いのロールではこの変更は許可されていません。",
  "Your role does not allow this.": "お使いのロールでは許可されていません。",
  "Too many wrong passwords. Wait a while, then try again.":
    "パスワードの誤りが多すぎます。しばらく待ってからもう一度お試しください。",
  "This is one of the passwords that are tried first.": "最初に試されるパスワードの1つです。",
  "Use several words that have nothing to do with each other.":
    "互いに関係のない単語をいくつか使ってください。",
  "Your name and address are easy to guess.": "お名前やアドレスは推測されやすいものです。",
};
