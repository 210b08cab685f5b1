export const settingsLimits = {
  "A shorter limit also ends sessions that run; a longer one is for those to come.":
    "制限を短くすると実行中のセッションにも適用されます。長くした場合は今後のセッションに適用されます。",
  "Idle limit": "アイドル時間の上限",
  "Signed out after this long without a request": "この時間リクエストがないとサインアウトします",
  "Absolute limit": "絶対上限",
  "Signed out this long after sign-in, idle or not":
    "操作の有無にかかわらず、サインインからこの時間でサインアウトします",
  "Remembered devices": "記憶済みのデバイス",
  "The absolute limit where somebody chose to stay signed in; no idle limit":
    "サインイン状態の維持を選んだ場合の絶対上限。アイドル時間の上限はありません",
  Impersonation: "代理操作",
  "Acting in somebody else's name ends this long after it began, in use or not":
    "代理操作は、使用の有無にかかわらず、開始からこの時間で終了します",
  "Rate limits": "レート制限",
  "Requests per minute, counted by each process for itself.":
    "1分あたりのリクエスト数。プロセスごとに数えます。",
  "Per user": "ユーザーごと",
  "API requests of one signed-in user": "サインイン中の1ユーザーのAPIリクエスト",
  "Per address": "アドレスごと",
  "Pages, and requests without a session, from one network address":
    "1つのネットワークアドレスからのページ表示と、セッションのないリクエスト",
};
