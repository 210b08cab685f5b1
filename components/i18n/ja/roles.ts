import type { roles as German } from "../de/roles.ts";

export const roles: Record<keyof typeof German, string> = {
  "The role {label} is deleted.": "ロール「{label}」を削除しました。",
  "Delete {label}?": "{label}を削除しますか？",
  "Nobody holds this role. It cannot be brought back.":
    "このロールを持つ人はいません。元に戻すことはできません。",
  "{count, plural, one {# user holds} other {# users hold}} this role. It is deleted only once they have another one.":
    "{count, number}人のユーザーがこのロールを持っています。別のロールに替わるまで削除できません。",
  "Delete role": "ロールを削除",
  "Effective permissions": "有効な権限",
  "Their roles allow nothing.": "ロールで許可されているものはありません。",
  "What their roles allow together.": "持っているロール全体で許可されているものです。",
  "All through the role {role}.": "すべてロール「{role}」によるものです。",
  Permissions: "権限",
  "{count} of {total} chosen. Alternatives of a permission add up; conditions of one must all hold.":
    "{total}件中{count}件を選択。同じ権限の選択肢はいずれかを満たせばよく、1つの中の条件はすべて満たす必要があります。",
  "You may not do this yourself, so you cannot grant it": "ご自身に権限がないため、付与できません",
  "You may do this yourself {limits}": "ご自身の権限: {limits}",
  "A system role: it is always there and never changes.":
    "システムロールです。常に存在し、変更できません。",
  "You may see roles, and not change them.": "ロールを見ることはできますが、変更はできません。",
  "It allows more than you may do, so you cannot change it.":
    "あなたの権限を超えているため、変更できません。",
  "Edit {label}": "{label}を編集",
  "New role": "新しいロール",
  Role: "ロール",
  Key: "キー",
  "What the API calls it; it stays as it is": "APIでの名前です。後から変更できません",
  Description: "説明",
  "Create role": "ロールを作成",
  Label: "表示名",
  "What people see": "画面に表示される名前です",
  "The role {label} is made.": "ロール「{label}」を作成しました。",
  Allows: "許可",
  "Held by": "保有者",
  Custom: "カスタム",
  "Built in": "組み込み",
  Everything: "すべて",
  "{count} of {total} permissions": "{total}件中{count}件の権限",
  "With conditions": "条件あり",
  Nobody: "なし",
  "What people may do, by the roles that they hold.": "ロールによって、できることが決まります。",
  "Of what you may do yourself; nobody grants what they lack.":
    "ご自身の権限の範囲内で作成します。持っていない権限は付与できません。",
};
