import type { serverErrors as German } from "../de/server-errors.ts";

export const serverErrors: Record<keyof typeof German, string> = {
  "Your role does not show this list.": "Votre rôle ne donne pas accès à cette liste.",
  "Only its owner may change this view. Save your own.":
    "Seul son propriétaire peut modifier cette vue. Enregistrez la vôtre.",
  "Only its owner may rename, share or delete this view.":
    "Seul son propriétaire peut renommer, partager ou supprimer cette vue.",
  "Your role does not let you share views.": "Votre rôle ne permet pas de partager des vues.",
  "Your role does not let you share views": "Votre rôle ne permet pas de partager des vues",
  "There is no such view.": "Cette vue n’existe pas.",
  "There is no such role.": "Ce rôle n’existe pas.",
  "There is no such mail.": "Cet e-mail n’existe pas.",
  "There is no such entry.": "Cette entrée n’existe pas.",
  "There are no such settings any more.": "Ces paramètres n’existent plus.",
  "There is a role with this key": "Un rôle porte déjà cette clé",
  "This role allows more than you may do.": "Ce rôle permet plus que ce qui vous est permis.",
  "This role allows more than you may do": "Ce rôle permet plus que ce qui vous est permis",
  "Allows more than you may do": "Permet plus que ce qui vous est permis",
  "You cannot do this to someone who may do as much as you or more.":
    "Vous ne pouvez pas faire cela à quelqu’un qui a autant de droits que vous ou plus.",
  "This is the last owner. Make somebody else an owner first.":
    "C’est le dernier propriétaire. Donnez d’abord ce rôle à quelqu’un d’autre.",
  "You may do this only for users of your own department.":
    "Vous ne pouvez le faire que pour les utilisateurs de votre service.",
  "You may do this only for users of your own department":
    "Vous ne pouvez le faire que pour les utilisateurs de votre service",
  "Somebody in the trash has this address: restore or purge them":
    "Quelqu’un dans la corbeille a cette adresse : restaurez-le ou effacez-le",
  "Somebody already has this address": "Quelqu’un a déjà cette adresse",
  "An earlier line has this address": "Une ligne précédente a cette adresse",
  "Not usable": "Inutilisable",
  "Choose a time in the future": "Choisissez un moment dans le futur",
  "This is not their address": "Ce n’est pas son adresse",
  "This user has no picture.": "Cet utilisateur n’a pas de photo.",
  "Choose a PNG, JPEG or WebP picture.": "Choisissez une photo PNG, JPEG ou WebP.",
  "Choose a PNG, JPEG or WebP picture": "Choisissez une photo PNG, JPEG ou WebP",
  "This picture is damaged: it cannot be read to its end":
    "Cette photo est endommagée : elle ne peut être lue jusqu’au bout",
  "said|Choose a picture of at most {width} × {height} pixels":
    "Choisissez une photo de {width} × {height} pixels au plus",
  "Users come by invitation.": "Les utilisateurs viennent sur invitation.",
  "This session has ended already.": "Cette session est déjà terminée.",
  "You act as somebody else in this browser already.":
    "Dans ce navigateur, vous agissez déjà en tant que quelqu’un d’autre.",
  "The recipient is not an e-mail address.": "Le destinataire n’est pas une adresse e-mail.",
  "Binnacle is set up already. Sign in instead.":
    "Binnacle est déjà configuré. Connectez-vous plutôt.",
  "E-mail or password is wrong.": "L’e-mail ou le mot de passe est incorrect.",
  "Registration is closed: accounts are by invitation. Ask an administrator for one.":
    "L’inscription est fermée : les comptes sont sur invitation. Demandez-en une à un administrateur.",
  "Addresses of this domain cannot register":
    "Les adresses de ce domaine ne peuvent pas s’inscrire",
  "Too many passwords are being rated.": "Trop de mots de passe sont en cours d’évaluation.",
  "This password is easy to guess. Add more words.":
    "Ce mot de passe est facile à deviner. Ajoutez des mots.",
  "This is your current password": "C’est votre mot de passe actuel",
  "This link does not work any more: it was used, replaced or is too old. Ask for a new one.":
    "Ce lien ne fonctionne plus : il a été utilisé, remplacé ou est trop ancien. Demandez-en un nouveau.",
  "Your address is confirmed already.": "Votre adresse est déjà confirmée.",
  "This is your address already": "C’est déjà votre adresse",
  "This is not your current password": "Ce n’est pas votre mot de passe actuel",
  "Your password was changed meanwhile. Sign in again.":
    "Votre mot de passe a été changé entre-temps. Reconnectez-vous.",
  "Your role does not allow this change.": "Votre rôle ne permet pas cette modification.",
  "Your role does not allow this.": "Votre rôle ne le permet pas.",
  "Too many wrong passwords. Wait a while, then try again.":
    "Trop de mots de passe erronés. Patientez un moment, puis réessayez.",
  "This is one of the passwords that are tried first.":
    "C’est l’un des mots de passe essayés en premier.",
  "Use several words that have nothing to do with each other.":
    "Utilisez plusieurs mots sans rapport entre eux.",
  "Your name and address are easy to guess.": "Votre nom et votre adresse sont faciles à deviner.",
};
