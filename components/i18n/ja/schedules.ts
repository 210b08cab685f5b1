import type { schedules as German } from "../de/schedules.ts";

export const schedules: Record<keyof typeof German, string> = {
  Schedules: "スケジュール",
  "What runs by itself, and when.": "自動的に実行されるものと、その時刻。",
  "Next run": "次回の実行",
  "Last run": "前回の実行",
  Every: "間隔",
  "Every {duration}": "{duration}ごと",
  Once: "1回",
  "Once, {instant}": "1回、{instant}",
  "Changed here; a deploy keeps it": "ここで変更済み（デプロイしても保持されます）",
  "Changed here; the code says {timing}": "ここで変更済み（コードでは {timing}）",
  "schedule|Paused": "一時停止中",
  "Does not run again": "今後の実行なし",
  "Run now": "今すぐ実行",
  "Run {name} now": "{name}を今すぐ実行",
  "More of {name}": "{name}のその他の操作",
  "It makes no more jobs. Those that it has made stay.":
    "新しいジョブは作成されません。作成済みのジョブは残ります。",
  "It makes no jobs until it is resumed. What it misses is not made up for.":
    "再開するまでジョブは作成されません。その間の分は後から実行されません。",
  "{name} is changed.": "{name}を変更しました。",
  "{name} is made.": "{name}を作成しました。",
  "New schedule": "新しいスケジュール",
  "Make it": "作成",
  "What it runs": "実行するジョブ",
  "By the clock": "時刻指定",
  "At intervals": "一定間隔",
  "Cron expression": "cron式",
  "Minute, hour, day, month, weekday. 30 6 * * 1-5 is 6:30 on workdays.":
    "分、時、日、月、曜日。30 6 * * 1-5 は平日の6:30です。",
  "Another schedule has this name.": "同じ名前のスケジュールがあります。",
  "There is no such schedule.": "そのスケジュールはありません。",
  "Somebody else has changed the schedule in the meantime.":
    "ほかの人がその間にスケジュールを変更しました。",
  "Choose a time that is to come.": "これからの日時を選んでください。",
  "The code brings this schedule. It can be paused.":
    "このスケジュールはコードで定義されています。一時停止はできます。",
  "There is no such time zone.": "そのタイムゾーンはありません。",
  "Five fields that a time can fit: minute, hour, day, month, weekday. For example 30 6 * * 1-5.":
    "該当する日時のある5つの項目（分、時、日、月、曜日）を入力してください。例：30 6 * * 1-5",
  "Schedule made": "スケジュールを作成",
  "Schedule changed": "スケジュールを変更",
  "Schedule paused": "スケジュールを一時停止",
  "Schedule resumed": "スケジュールを再開",
  "Schedule run by hand": "スケジュールを手動で実行",
  "Schedule deleted": "スケジュールを削除",
  "Follow the code again": "コードの設定に戻す",
  "{name} is as the code says.": "{name}はコードの設定に戻りました。",
  "The code brings it no more": "コードに定義がなくなりました",
  "The code does not bring this schedule.": "このスケジュールはコードで定義されていません。",
};
