import type { entrance as German } from "../de/entrance.ts";

export const entrance: Record<keyof typeof German, string> = {
  "Sign in": "Se connecter",
  "Welcome back.": "Ravi de vous revoir.",
  "New here? <link>Create an account</link>": "Nouveau ici ? <link>Créer un compte</link>",
  "E-mail": "E-mail",
  Password: "Mot de passe",
  "Keep me signed in": "Rester connecté",
  "Forgot your password?": "Mot de passe oublié ?",
};
