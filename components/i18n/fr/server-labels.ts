import type { serverLabels as German } from "../de/server-labels.ts";

export const serverLabels: Record<keyof typeof German, string> = {
  Anonymous: "Anonyme",
  "Actor (user id)": "Acteur (ID de l’utilisateur)",
  "Impersonator (user id)": "Identité empruntée par (ID de l’utilisateur)",
  "Kind of actor": "Type d’acteur",
  "Kind of record": "Type d’enregistrement",
  "Record (id)": "Enregistrement (ID)",
  View: "Vue",
  Session: "Session",
  "Everything, including mail with sign-in links":
    "Tout, y compris les e-mails avec des liens de connexion",
  "Manages users and the system": "Gère les utilisateurs et le système",
  "Helps users: suspends, reinstates, ends sessions":
    "Aide les utilisateurs : suspend, rétablit, termine les sessions",
  "Looks, changes nothing": "Regarde, ne change rien",
  "Choose this row": "Choisir cette ligne",
  "Someone not signed in": "Quelqu’un de non connecté",
  "command line": "ligne de commande",
  "audit chain": "chaîne d’audit",
  "access rules": "règles d’accès",
};
