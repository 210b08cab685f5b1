import type { serverLabels as German } from "../de/server-labels.ts";

export const serverLabels: Record<keyof typeof German, string> = {
  Anonymous: "匿名",
  "Actor (user id)": "操作者（ユーザーID）",
  "Impersonator (user id)": "代理操作した人（ユーザーID）",
  "Kind of actor": "操作者の種類",
  "Kind of record": "対象の種類",
  "Record (id)": "対象（ID）",
  View: "ビュー",
  Session: "セッション",
  "Everything, including mail with sign-in links": "サインイン用リンクを含むメールなど、すべて",
  "Manages users and the system": "ユーザーとシステムを管理します",
  "Helps users: suspends, reinstates, ends sessions":
    "ユーザーを支援します: 一時停止、解除、セッションの終了",
  "Looks, changes nothing": "閲覧のみで、変更はできません",
  "Choose this row": "この行を選択",
  "Someone not signed in": "サインインしていない人",
  "command line": "コマンドライン",
  "audit chain": "監査チェーン",
  "access rules": "アクセス規則",
};
