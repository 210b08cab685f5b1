import type { palette as German } from "../de/palette.ts";

export const palette: Record<keyof typeof German, string> = {
  Actions: "Actions",
  "Go to": "Aller à",
  "Change your password": "Changer votre mot de passe",
  "Sign out other sessions": "Déconnecter les autres sessions",
  "Use light colours": "Utiliser les couleurs claires",
  "Use dark colours": "Utiliser les couleurs sombres",
  "Use the system's colours": "Utiliser les couleurs du système",
  "Registration settings": "Paramètres : inscription",
  "Session settings": "Paramètres : sessions",
  "Rate limit settings": "Paramètres : limites de débit",
  "Logging settings": "Paramètres : journalisation",
  "Trash settings": "Paramètres : corbeille",
  "Revoke all other sessions?": "Révoquer toutes les autres sessions ?",
  "You stay signed in here and are signed out everywhere else.":
    "Vous restez connecté ici et êtes déconnecté partout ailleurs.",
  "Revoke others": "Révoquer les autres",
  "{count, plural, one {# other session} other {# other sessions}} ended.":
    "{count, plural, one {# autre session terminée} other {# autres sessions terminées}}.",
  "Go anywhere, do anything": "Aller partout, tout faire",
  "Search pages, actions and users": "Rechercher pages, actions et utilisateurs",
  "<key>↑</key> <key>↓</key> to move": "<key>↑</key> <key>↓</key> se déplacer",
  "<key>↵</key> to choose": "<key>↵</key> choisir",
  "<key>esc</key> to close": "<key>esc</key> fermer",
  "Recently used": "Utilisés récemment",
  "Users could not be searched.": "La recherche d’utilisateurs a échoué.",
  "Looking for users…": "Recherche d’utilisateurs…",
  "Nothing matches “{query}”.": "Rien ne correspond à « {query} ».",
  "{count, plural, one {# result} other {# results}}":
    "{count, plural, one {# résultat} other {# résultats}}",
  Results: "Résultats",
  Breadcrumb: "Fil d’Ariane",
};
