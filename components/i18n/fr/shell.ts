import type { shell as German } from "../de/shell.ts";

export const shell: Record<keyof typeof German, string> = {
  "Top bar": "Barre supérieure",
  Search: "Rechercher",
  "Open navigation": "Ouvrir la navigation",
  Navigation: "Navigation",
  Main: "Navigation principale",
  Sidebar: "Barre latérale",
  Access: "Accès",
  System: "Système",
  "Explain access": "Expliquer l’accès",
  Audit: "Journal d’audit",
  "Account of {name}": "Compte de {name}",
  "Your account": "Votre compte",
  "Sign out": "Se déconnecter",
  Light: "Clair",
  Dark: "Sombre",
  "Colour scheme": "Thème de couleurs",
  "Skip to content": "Aller au contenu",
  "Not allowed": "Accès refusé",
  "Your role does not open this page": "Votre rôle ne donne pas accès à cette page",
  "See your account": "Voir votre compte",
  "Ask an owner or admin of this Binnacle if you need it.":
    "Si vous en avez besoin, adressez-vous à un propriétaire ou à un administrateur.",
  "Not found": "Introuvable",
  "There is nothing here": "Il n’y a rien ici",
  "Go to the overview": "Aller à la vue d’ensemble",
  "It may have been removed, or the link is wrong.":
    "Cela a peut-être été supprimé, ou le lien est erroné.",
  Language: "Langue",
};
