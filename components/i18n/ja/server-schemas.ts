import type { serverSchemas as German } from "../de/server-schemas.ts";

export const serverSchemas: Record<keyof typeof German, string> = {
  "Enter an e-mail address like name@example.com":
    "name@example.com のようなメールアドレスを入力してください",
  "Add a condition": "条件を追加してください",
  "Ask for at least one field": "少なくとも1つの項目を指定してください",
  "Choose at least one day": "少なくとも1つの曜日を選んでください",
  "Choose at least one permission": "少なくとも1つの権限を選んでください",
  "Choose at least one role": "少なくとも1つのロールを選んでください",
  "Choose at least one": "少なくとも1つ選んでください",
  "Enter your password": "パスワードを入力してください",
  "Name at least one network": "少なくとも1つのネットワークを入力してください",
  Required: "必須項目です",
  "Say why, in a few words": "理由を簡単に入力してください",
  "Sets something that is no part of a view": "ビューに含まれないものが指定されています",
  "Use a letter or a digit": "文字または数字を使用してください",
  "Use at least three letters or digits in a row":
    "3文字以上の連続した文字または数字を使用してください",
  "Contains characters that cannot be stored": "保存できない文字が含まれています",
  "Contains characters that cannot be used": "使用できない文字が含まれています",
  "Expected a time zone such as Europe/Berlin":
    "Europe/Berlin のようなタイムゾーンを指定してください",
  "This link is not valid": "このリンクは無効です",
  "Use lower-case letters, digits and hyphens, a letter first":
    "小文字、数字、ハイフンを使い、文字で始めてください",
  "Give either ids or what they match": "IDまたは条件のどちらかを指定してください",
  "Sort by each field once": "各項目による並べ替えは1回だけにしてください",
  "This permission is not about single users": "この権限は個々のユーザーに関するものではありません",
  "Unknown field": "不明な項目です",
  "said|Nested deeper than {count} levels": "{count}段を超えて入れ子になっています",
  "said|Too small: expected string to have >={count} characters": "{count}文字以上にしてください",
  "said|Too big: expected string to have <={count} characters": "{count}文字以下にしてください",
  "said|Too small: expected number to be >={count}": "{count, number}以上にしてください",
  "said|Too small: expected number to be >{count}": "{count, number}より大きくしてください",
  "said|Too big: expected number to be <={count}": "{count, number}以下にしてください",
  "said|Too small: expected array to have >={count} items": "{count}件以上必要です",
  "said|Too big: expected array to have <={count} items": "{count}件までです",
  "said|Invalid input: expected {type}, received {given}":
    "無効な入力です（{type}が必要ですが、{given}でした）",
  "said|Invalid option: expected one of {options}": "無効な選択です（次のいずれか: {options}）",
  "Invalid input": "無効な入力です",
  "Invalid UUID": "無効なUUIDです",
  "Invalid number: must be an integer": "整数を入力してください",
  "Use lower-case letters": "小文字を使用してください",
};
