export const settings = {
  "A change counts in every process within a second.":
    "Toute modification s’applique à chaque processus en moins d’une seconde.",
  "Settings saved.": "Paramètres enregistrés.",
  "From the configuration": "Issu de la configuration",
  "Changed {when}": "Modifié : {when}",
  "Fill in the defaults": "Rétablir les valeurs par défaut",
  "Who may make an account. Invitations work either way.":
    "Qui peut créer un compte. Les invitations fonctionnent dans tous les cas.",
  "Open registration": "Inscription libre",
  "People make accounts themselves, once they have confirmed their address":
    "Chacun crée son compte après avoir confirmé son adresse",
  "Role of new users": "Rôle des nouveaux utilisateurs",
  "Even a viewer sees the names and addresses of all users":
    "Même un lecteur voit les noms et adresses de tous les utilisateurs",
  "Allowed domains": "Domaines autorisés",
  "Only addresses of these may register; empty for all":
    "Seules ces adresses peuvent s’inscrire ; vide pour toutes",
  "Expected a domain such as example.com": "Indiquez un domaine tel que example.com",
  Logging: "Journalisation",
  "What each process writes to its log.": "Ce que chaque processus écrit dans son journal.",
  "Least severe level": "Niveau minimal",
  "Trace: everything": "Trace : tout",
  Debug: "Débogage",
  "Info: every request": "Info : chaque requête",
  "Warnings and errors": "Avertissements et erreurs",
  Errors: "Erreurs",
  "Only what ends the process": "Seulement ce qui arrête le processus",
  "A shorter time also counts for users who are in the trash already.":
    "Un délai plus court s’applique aussi aux utilisateurs déjà dans la corbeille.",
  "Days in the trash": "Jours dans la corbeille",
  "Deleted users are purged for good after so many days":
    "Les utilisateurs supprimés sont effacés définitivement après ce nombre de jours",
};
