export const settings = {
  "A change counts in every process within a second.":
    "変更は1秒以内にすべてのプロセスに反映されます。",
  "Settings saved.": "設定を保存しました。",
  "From the configuration": "構成ファイルの値",
  "Changed {when}": "変更：{when}",
  "Fill in the defaults": "既定値を入力",
  "Who may make an account. Invitations work either way.":
    "アカウントを作成できる人。招待はこの設定にかかわらず利用できます。",
  "Open registration": "登録を開放",
  "People make accounts themselves, once they have confirmed their address":
    "メールアドレスを確認した人が自分でアカウントを作成します",
  "Role of new users": "新規ユーザーのロール",
  "Even a viewer sees the names and addresses of all users":
    "閲覧者でも、すべてのユーザーの名前とアドレスを閲覧できます",
  "Allowed domains": "許可するドメイン",
  "Only addresses of these may register; empty for all":
    "これらのドメインのアドレスのみ登録できます。空欄の場合は制限なし",
  "Expected a domain such as example.com": "example.comのようなドメインを入力してください",
  Logging: "ログ",
  "What each process writes to its log.": "各プロセスがログに書き込む内容。",
  "Least severe level": "最低レベル",
  "Trace: everything": "トレース：すべて",
  Debug: "デバッグ",
  "Info: every request": "情報：すべてのリクエスト",
  "Warnings and errors": "警告とエラー",
  Errors: "エラー",
  "Only what ends the process": "プロセスを終了させるもののみ",
  "A shorter time also counts for users who are in the trash already.":
    "期間を短くすると、すでにゴミ箱にあるユーザーにも適用されます。",
  "Days in the trash": "ゴミ箱での保持日数",
  "Deleted users are purged for good after so many days":
    "削除されたユーザーは、この日数が過ぎると完全に消去されます",
};
