import type { sentencesAudit as German } from "../de/sentences-audit.ts";

export const sentencesAudit: Record<keyof typeof German, string> = {
  "said|#{number} is not what was anchored": "#{number}はアンカーされた内容と一致しません",
  "said|#{number} is missing in the chain": "#{number}がチェーンにありません",
  "said|#{from} to #{to} are missing in the chain": "#{from}～#{to}がチェーンにありません",
  "said|The chain begins at #{number}, and no checkpoint says that what was before was removed by rule":
    "チェーンは#{number}から始まっていますが、それ以前が規則に従って削除されたことを示すチェックポイントがありません",
  "said|There is no anchor in {file}": "{file}にアンカーがありません",
  "said|The signature is not by the key {key}: edited or forged":
    "署名が鍵{key}によるものではありません。改変または偽造されています",
  "said|The file was begun only at #{number}: nothing proves what was before":
    "ファイルは#{number}から始まっており、それ以前を証明するものがありません",
  "said|Line {number} of the anchors was cut short by a crash":
    "アンカーの{number}行目は異常終了により途切れています",
  "said|#{number} was anchored, but the chain ends at #{last}: its tail was cut":
    "#{number}はアンカーされていますが、チェーンは#{last}で終わっています。末尾が切り取られています",
  "The entry is gone": "エントリがなくなっています",
  "The entry or its place is not what was recorded": "エントリまたはその位置が記録と一致しません",
  "The entry is not in the chain": "エントリがチェーンにありません",
  "The entry was removed as soon as it was made": "エントリは作成直後に削除されています",
  "Does not follow the line before it: a line was edited, removed, added or moved":
    "前の行と連続していません。行が編集、削除、追加、または移動されています",
  "The lines before it are gone": "それより前の行がなくなっています",
  "This line of the anchors is not readable": "アンカーのこの行は読み取れません",
};
