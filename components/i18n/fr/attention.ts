export const attention = {
  "Needs attention": "Points à traiter",
  "Nothing needs attention": "Rien à signaler",
  Urgent: "Urgent",
  Warning: "Avertissement",
  Advice: "Conseil",
  "The audit log is not what was recorded":
    "Le journal d’audit ne correspond pas à ce qui a été enregistré",
  "A job does so every night, and so does the audit page. Look whether a worker runs.":
    "Une tâche le vérifie chaque nuit, tout comme la page du journal d’audit. Vérifiez qu’un worker est en marche.",
  "Nobody has used the link yet. Send a new one from the user's page.":
    "Le lien n’a pas encore été utilisé. Envoyez-en un nouveau depuis la page de l’utilisateur.",
  "Nobody gets in with these links any more: send new ones.":
    "Ces liens ne donnent plus accès à rien : envoyez-en de nouveaux.",
  "Your e-mail address is not confirmed": "Votre adresse e-mail n’est pas confirmée",
  "You are the only owner": "Vous êtes le seul propriétaire",
  "If you lose access, nobody can let you back in. Make somebody else an owner, too.":
    "Si vous perdez l’accès, personne ne pourra vous le rendre. Désignez un autre propriétaire.",
  "Health check: database": "Contrôle d’état : base de données",
  "Health check: replicas": "Contrôle d’état : réplicas",
  "Health check: migrations": "Contrôle d’état : migrations",
  "Health check: workers": "Contrôle d’état : workers",
  "Health check: audit log": "Contrôle d’état : journal d’audit",
  "Health check: disk": "Contrôle d’état : disque",
  "Health check: memory": "Contrôle d’état : mémoire",
  "Health check: event loop": "Contrôle d’état : boucle d’événements",
  "No answer in time": "Pas de réponse dans les temps",
  "Nearly every connection is in use": "Presque toutes les connexions sont utilisées",
  "The database answers slowly": "La base de données répond lentement",
  "A newer build has changed the schema": "Une version plus récente a modifié le schéma",
  "No worker was seen in the last 30 s: jobs wait":
    "Aucun worker vu ces 30 dernières secondes : les tâches attendent",
  "The audit log was not verified for days":
    "Le journal d’audit n’a pas été vérifié depuis plusieurs jours",
  "The disk is full": "Le disque est plein",
  "The disk is nearly full": "Le disque est presque plein",
  "Memory is nearly used up": "La mémoire est presque épuisée",
  "This process is busy: answers are late": "Ce processus est chargé : les réponses tardent",
};
