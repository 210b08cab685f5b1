import type { rolesConditions as German } from "../de/roles-conditions.ts";

export const rolesConditions: Record<keyof typeof German, string> = {
  "Add an alternative<hidden> to {permission}</hidden>":
    "選択肢を追加<hidden>: {permission}</hidden>",
  "Conditions of {description}": "{description}の条件",
  "always and everywhere": "いつでもどこでも",
  "Remove this way to {description}": "この選択肢を削除: {description}",
  "Only users of their own department": "自部署のユーザーのみ",
  "Only themselves": "本人のみ",
  "Only at certain times": "特定の時間帯のみ",
  "Only from certain networks": "特定のネットワークからのみ",
  Networks: "ネットワーク",
  "time|From": "開始",
  "time|To": "終了",
  "Time zone": "タイムゾーン",
};
