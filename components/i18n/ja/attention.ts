export const attention = {
  "Needs attention": "要対応",
  "Nothing needs attention": "対応が必要な項目はありません",
  Urgent: "緊急",
  Warning: "警告",
  Advice: "アドバイス",
  "The audit log is not what was recorded": "監査ログが記録時の内容と一致しません",
  "A job does so every night, and so does the audit page. Look whether a worker runs.":
    "検証は毎晩のジョブと監査ログのページで行われます。ワーカーが動作しているか確認してください。",
  "Nobody has used the link yet. Send a new one from the user's page.":
    "リンクはまだ使用されていません。ユーザーのページから新しいリンクを送信してください。",
  "Nobody gets in with these links any more: send new ones.":
    "これらのリンクはもう使えません。新しいリンクを送信してください。",
  "Your e-mail address is not confirmed": "メールアドレスが確認されていません",
  "You are the only owner": "オーナーはあなただけです",
  "If you lose access, nobody can let you back in. Make somebody else an owner, too.":
    "アクセスできなくなった場合、誰も復旧できません。ほかにもオーナーを追加してください。",
  "Health check: database": "ヘルスチェック：データベース",
  "Health check: replicas": "ヘルスチェック：レプリカ",
  "Health check: migrations": "ヘルスチェック：マイグレーション",
  "Health check: workers": "ヘルスチェック：ワーカー",
  "Health check: audit log": "ヘルスチェック：監査ログ",
  "Health check: disk": "ヘルスチェック：ディスク",
  "Health check: memory": "ヘルスチェック：メモリ",
  "Health check: event loop": "ヘルスチェック：イベントループ",
  "No answer in time": "時間内に応答がありません",
  "Nearly every connection is in use": "ほぼすべての接続が使用中です",
  "The database answers slowly": "データベースの応答が遅くなっています",
  "A newer build has changed the schema": "新しいビルドがスキーマを変更しました",
  "No worker was seen in the last 30 s: jobs wait":
    "過去30秒間にワーカーが確認されていません。ジョブは待機中です",
  "The audit log was not verified for days": "監査ログが数日間検証されていません",
  "The disk is full": "ディスクに空きがありません",
  "The disk is nearly full": "ディスクの空きがほとんどありません",
  "Memory is nearly used up": "メモリがほぼ使い切られています",
  "This process is busy: answers are late": "このプロセスは高負荷のため応答が遅れています",
};
