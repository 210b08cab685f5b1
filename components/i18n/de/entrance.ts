export const entrance = {
  "Sign in": "Anmelden",
  "Welcome back.": "Willkommen zurück.",
  "New here? <link>Create an account</link>": "Neu hier? <link>Konto erstellen</link>",
  "E-mail": "E-Mail",
  Password: "Passwort",
  "Keep me signed in": "Angemeldet bleiben",
  "Forgot your password?": "Passwort vergessen?",
};
