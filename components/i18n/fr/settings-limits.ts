export const settingsLimits = {
  "A shorter limit also ends sessions that run; a longer one is for those to come.":
    "Une limite plus courte met aussi fin aux sessions en cours ; une limite plus longue vaut pour les suivantes.",
  "Idle limit": "Limite d’inactivité",
  "Signed out after this long without a request": "Déconnexion après cette durée sans requête",
  "Absolute limit": "Limite absolue",
  "Signed out this long after sign-in, idle or not":
    "Déconnexion après cette durée depuis la connexion, inactif ou non",
  "Remembered devices": "Appareils mémorisés",
  "The absolute limit where somebody chose to stay signed in; no idle limit":
    "Limite absolue lorsqu’on a choisi de rester connecté ; sans limite d’inactivité",
  Impersonation: "Emprunt d’identité",
  "Acting in somebody else's name ends this long after it began, in use or not":
    "Agir au nom d’autrui prend fin après cette durée, que la session serve ou non",
  "Rate limits": "Limites de débit",
  "Requests per minute, counted by each process for itself.":
    "Requêtes par minute, comptées séparément par chaque processus.",
  "Per user": "Par utilisateur",
  "API requests of one signed-in user": "Requêtes API d’un utilisateur connecté",
  "Per address": "Par adresse",
  "Pages, and requests without a session, from one network address":
    "Pages et requêtes sans session depuis une même adresse réseau",
};
