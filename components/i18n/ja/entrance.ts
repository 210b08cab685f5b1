import type { entrance as German } from "../de/entrance.ts";

export const entrance: Record<keyof typeof German, string> = {
  "Sign in": "サインイン",
  "Welcome back.": "おかえりなさい。",
  "New here? <link>Create an account</link>": "初めての方は<link>アカウントを作成</link>",
  "E-mail": "メールアドレス",
  Password: "パスワード",
  "Keep me signed in": "サインインしたままにする",
  "Forgot your password?": "パスワードをお忘れですか？",
};
