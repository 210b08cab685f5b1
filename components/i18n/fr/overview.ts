export const overview = {
  "figure|Active": "Actifs",
  "figure|Invited": "Invités",
  "figure|Suspended": "Suspendus",
  "Sessions now": "Sessions en cours",
  "{count}: show users": "{count} : afficher les utilisateurs",
  "{count}: show active": "{count} : afficher les actifs",
  "{count}: show invited": "{count} : afficher les invités",
  "{count}: show suspended": "{count} : afficher les suspendus",
  Period: "Période",
  "{days} days": "{days} jours",
  "Your role shows no figures here": "Votre rôle n’affiche aucun chiffre ici",
  "Somebody who may edit roles can open more of them to you.":
    "Une personne autorisée à modifier les rôles peut vous en ouvrir davantage.",
  "New users": "Nouveaux utilisateurs",
  "New users a day over the last {days} days. In all: New users {count}":
    "Nouveaux utilisateurs par jour sur les {days} derniers jours. Au total : {count} nouveaux utilisateurs",
  "No new users in the last {days} days": "Aucun nouvel utilisateur ces {days} derniers jours",
  "Sign-ins": "Connexions",
  "figure|Signed in": "Réussies",
  "figure|Failed": "Échouées",
  "Sign-ins a day over the last {days} days. In all: Signed in {succeeded}, Failed {failed}":
    "Connexions par jour sur les {days} derniers jours. Au total : {succeeded} réussies, {failed} échouées",
  "No sign-ins in the last {days} days": "Aucune connexion ces {days} derniers jours",
  "none in the {days} days before": "0 sur les {days} jours précédents",
  "as many as in the {days} days before": "autant que les {days} jours précédents",
  "<b>{percent} %</b>fewer than in the {days} days before":
    "<b>{percent} %</b>de moins que les {days} jours précédents",
  "<b>{percent} %</b>more than in the {days} days before":
    "<b>{percent} %</b>de plus que les {days} jours précédents",
  "Recent changes": "Modifications récentes",
  "Nothing has happened yet": "Rien ne s’est encore passé",
};
