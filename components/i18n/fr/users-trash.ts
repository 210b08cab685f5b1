import type { usersTrash as German } from "../de/users-trash.ts";

export const usersTrash: Record<keyof typeof German, string> = {
  "Deleted users. They are shut out, and purged for good when their time is over.":
    "Utilisateurs supprimés. Ils n’ont plus accès et sont effacés définitivement à l’échéance.",
  "Empty trash…": "Vider la corbeille…",
  "Empty the trash for good?": "Vider définitivement la corbeille ?",
  "{count, plural, one {# user} other {# users}} in the trash may do as much as you, or more: they are not yours to purge.":
    "{count, plural, one {# utilisateur de la corbeille a autant de droits que vous ou plus : vous ne pouvez pas l’effacer.} other {# utilisateurs de la corbeille ont autant de droits que vous ou plus : vous ne pouvez pas les effacer.}}",
  "There is nobody in it.": "Elle est vide.",
  "{count, plural, one {# user} other {# users}} purged.":
    "{count, plural, one {# utilisateur effacé} other {# utilisateurs effacés}} définitivement.",
  "Empty the trash": "Vider la corbeille",
  "How many users go": "Combien d’utilisateurs disparaissent",
  "Type {number} to confirm.": "Saisissez {number} pour confirmer.",
  "{count, plural, one {# user} other {# users}} left…":
    "encore {count, plural, one {# utilisateur} other {# utilisateurs}}…",
  "Purge them for good": "Effacer définitivement",
  "Goes for good": "Disparaît définitivement",
  Stays: "Reste",
  "Purge {name}": "Effacer {name} définitivement",
  "Purge…": "Effacer…",
  "Purge {name} for good?": "Effacer {name} définitivement ?",
  "{name} is purged.": "{name} est effacé(e) définitivement.",
  "Their e-mail address": "Son adresse e-mail",
  "Type {email} to confirm.": "Saisissez {email} pour confirmer.",
  "Purge for good": "Effacer définitivement",
  "The profile: name, address, roles": "Le profil : nom, adresse, rôles",
  "The picture": "La photo",
  "The password": "Le mot de passe",
  "A change of address that waits for confirmation":
    "Un changement d’adresse en attente de confirmation",
  "{count, plural, one {# change} other {# changes}} of address not confirmed yet":
    "{count, plural, one {# changement} other {# changements}} d’adresse à confirmer",
  "{count, plural, one {# profile} other {# profiles}}":
    "{count, plural, one {# profil} other {# profils}}",
  "{count, plural, one {# picture} other {# pictures}}":
    "{count, plural, one {# photo} other {# photos}}",
  "{count, plural, one {# password} other {# passwords}}":
    "{count, plural, one {# mot de passe} other {# mots de passe}}",
  "{count, plural, one {# session} other {# sessions}}":
    "{count, plural, one {# session} other {# sessions}}",
  "{count, plural, one {# mailed link} other {# mailed links}}":
    "{count, plural, one {# lien envoyé} other {# liens envoyés}}",
  "{count, plural, one {# private view} other {# private views}}":
    "{count, plural, one {# vue privée} other {# vues privées}}",
  "{count, plural, one {# shared view} other {# shared views}}, with which the list opens for {others, plural, one {# other person} other {# other people}}":
    "{count, plural, one {# vue partagée, avec laquelle} other {# vues partagées, avec lesquelles}} la liste s’ouvre pour {others, plural, one {# autre personne} other {# autres personnes}}",
  "{count, plural, one {# shared view} other {# shared views}}":
    "{count, plural, one {# vue partagée} other {# vues partagées}}",
  "{count, plural, one {# entry} other {# entries}} of the audit log, with the name":
    "{count, plural, one {# entrée} other {# entrées}} du journal d’audit, avec le nom",
  "{count, plural, one {# mail} other {# mails}} sent to this address":
    "{count, plural, one {# e-mail envoyé} other {# e-mails envoyés}} à cette adresse",
  "What the audit log says of them, with the names, and mails sent to them":
    "Ce que le journal d’audit dit d’eux, noms compris, et les e-mails qui leur ont été envoyés",
  "{count, plural, one {# user} other {# users}} in the trash who may do as much as you, or more":
    "{count, plural, one {# utilisateur} other {# utilisateurs}} de la corbeille ayant autant de droits que vous ou plus",
  "{name} is restored.": "{name} est restauré(e).",
  "{name} is in the trash.": "{name} est dans la corbeille.",
  Restore: "Restaurer",
  Deleted: "Suppression",
  "Deleted by": "Supprimé par",
  Purged: "Effacement",
  "Purge now": "Effacer maintenant",
  by: "par",
  "somebody unknown": "inconnu",
};
