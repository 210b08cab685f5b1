import type { lists as German } from "../de/lists.ts";

export const lists: Record<keyof typeof German, string> = {
  "List of users": "Liste : Utilisateurs",
  "Pages of users": "Pages : Utilisateurs",
  "Search users": "Rechercher des utilisateurs",
  "{count, plural, one {# user} other {# users}}":
    "{count, plural, one {# utilisateur} other {# utilisateurs}}",
  "about {count, plural, one {# user} other {# users}}":
    "environ {count, plural, one {# utilisateur} other {# utilisateurs}}",
  "{count, plural, one {# user} other {# users}} chosen":
    "{count, plural, one {# utilisateur} other {# utilisateurs}} choisi(s)",
  "about {count, plural, one {# user} other {# users}} chosen":
    "environ {count, plural, one {# utilisateur} other {# utilisateurs}} choisi(s)",
  "Deleted users": "Utilisateurs supprimés",
  "List of deleted users": "Liste : Utilisateurs supprimés",
  "Pages of deleted users": "Pages : Utilisateurs supprimés",
  "Search deleted users": "Rechercher des utilisateurs supprimés",
  "{count, plural, one {# deleted user} other {# deleted users}}":
    "{count, plural, one {# utilisateur supprimé} other {# utilisateurs supprimés}}",
  "about {count, plural, one {# deleted user} other {# deleted users}}":
    "environ {count, plural, one {# utilisateur supprimé} other {# utilisateurs supprimés}}",
  "{count, plural, one {# deleted user} other {# deleted users}} chosen":
    "{count, plural, one {# utilisateur supprimé} other {# utilisateurs supprimés}} choisi(s)",
  "about {count, plural, one {# deleted user} other {# deleted users}} chosen":
    "environ {count, plural, one {# utilisateur supprimé} other {# utilisateurs supprimés}} choisi(s)",
  Mails: "E-mails",
  "List of mails": "Liste : E-mails",
  "Pages of mails": "Pages : E-mails",
  "Search mails": "Rechercher des e-mails",
  "{count, plural, one {# mail} other {# mails}}":
    "{count, plural, one {# e-mail} other {# e-mails}}",
  "about {count, plural, one {# mail} other {# mails}}":
    "environ {count, plural, one {# e-mail} other {# e-mails}}",
  "{count, plural, one {# mail} other {# mails}} chosen":
    "{count, plural, one {# e-mail} other {# e-mails}} choisi(s)",
  "about {count, plural, one {# mail} other {# mails}} chosen":
    "environ {count, plural, one {# e-mail} other {# e-mails}} choisi(s)",
  Entries: "Entrées",
  "List of entries": "Liste : Entrées",
  "Pages of entries": "Pages : Entrées",
  "{count, plural, one {# entry} other {# entries}}":
    "{count, plural, one {# entrée} other {# entrées}}",
  "about {count, plural, one {# entry} other {# entries}}":
    "environ {count, plural, one {# entrée} other {# entrées}}",
  "{count, plural, one {# entry} other {# entries}} chosen":
    "{count, plural, one {# entrée} other {# entrées}} choisie(s)",
  "about {count, plural, one {# entry} other {# entries}} chosen":
    "environ {count, plural, one {# entrée} other {# entrées}} choisie(s)",
  "Search by name or e-mail": "Rechercher par nom ou e-mail",
  "No users yet": "Aucun utilisateur pour l’instant",
  "Invite the first one, and they will appear here.":
    "Invitez la première personne, elle apparaîtra ici.",
  "Nobody matches": "Aucun résultat",
  "Try another name or address, or fewer filters.":
    "Essayez un autre nom, une autre adresse ou moins de filtres.",
  "The trash is empty": "La corbeille est vide",
  "Deleted users wait here until they are restored or purged.":
    "Les utilisateurs supprimés attendent ici d’être restaurés ou effacés définitivement.",
  "Nothing has happened yet": "Il ne s’est encore rien passé",
  "Every change from now on appears here.": "Chaque modification apparaîtra désormais ici.",
  "No entry matches": "Aucune entrée ne correspond",
  "Try another action or a longer time, or fewer filters.":
    "Essayez une autre action, une période plus longue ou moins de filtres.",
  "Search by address or subject": "Rechercher par adresse ou objet",
  "No mail yet": "Aucun e-mail pour l’instant",
  "Invitations and password links appear here as they are sent.":
    "Les invitations et les liens de mot de passe apparaissent ici dès leur envoi.",
  "No mail matches": "Aucun e-mail ne correspond",
  "Try another address or subject, or fewer filters.":
    "Essayez une autre adresse, un autre objet ou moins de filtres.",
};
