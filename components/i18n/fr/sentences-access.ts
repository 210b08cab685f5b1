import type { sentencesAccess as German } from "../de/sentences-access.ts";

export const sentencesAccess: Record<keyof typeof German, string> = {
  "said|Open to anyone: {saidReason}": "Ouvert à tous : {saidReason}",
  "said|{name} is active": "Le compte de {name} est actif",
  "said|{name} is invited": "{name} a une invitation en attente",
  "said|{name} is suspended": "Le compte de {name} est suspendu",
  "said|{name} is deleted": "Le compte de {name} est supprimé",
  "said|No role allows: {saidWhat}": "Aucun rôle ne permet : {saidWhat}",
  "said|{saidRole} allows it, {saidLimits}": "{saidRole} le permet, {saidLimits}",
  "said|{name} is in the trash": "{name} est dans la corbeille",
  "said|{name} is out of sight for whoever asks": "{name} est hors de vue de qui demande",
  "said|{name} were restored": "{name} serait restauré(e)",
  "said|Whoever asks might see {name}": "Qui demande pourrait voir {name}",
  "said|Acts on those who may do less, and {name} may do less":
    "Vaut pour ceux qui ont moins de droits, et {name} en a moins",
  "said|Acts on those who may do less, and {name} may do as much or more":
    "Vaut pour ceux qui ont moins de droits, et {name} en a autant ou plus",
  "said|{name} held fewer rights, or whoever asks held more":
    "{name} aurait moins de droits, ou qui demande en aurait plus",
  "said|Asked {saidWish}": "Une demande {saidWish}",
  "said|The role {saidRole}": "Le rôle {saidRole}",
  "said|Taking away {saidRole}": "Le retrait de {saidRole}",
  "said|Taking away {saidRole} and {saidOther}": "Le retrait de {saidRole} et {saidOther}",
  "said|Taking away {saidRole} and {saidOther} and {saidThird}":
    "Le retrait de {saidRole}, {saidOther} et {saidThird}",
  "said|only for oneself, {saidRest}": "seulement pour soi-même, {saidRest}",
  "said|only for users of one's own department, {saidRest}":
    "seulement pour les utilisateurs de son propre service, {saidRest}",
  "said|only on {saidDays} {from} to {to} ({zone})":
    "seulement {saidDays} de {from} à {to} ({zone})",
  "said|only on {saidDays} {from} to {to} ({zone}), {saidRest}":
    "seulement {saidDays} de {from} à {to} ({zone}), {saidRest}",
  "said|only from {networks}": "seulement depuis {networks}",
  "said|for oneself, {saidRest}": "pour soi-même, {saidRest}",
  "said|for a user of the same department, {saidRest}":
    "pour un utilisateur du même service, {saidRest}",
  "said|on {saidDays} {from} to {to} ({zone})": "{saidDays} de {from} à {to} ({zone})",
  "said|on {saidDays} {from} to {to} ({zone}), {saidRest}":
    "{saidDays} de {from} à {to} ({zone}), {saidRest}",
  "said|from {networks}": "depuis {networks}",
  "said|Mon, {saidRest}": "lun., {saidRest}",
  "said|Tue, {saidRest}": "mar., {saidRest}",
  "said|Wed, {saidRest}": "mer., {saidRest}",
  "said|Thu, {saidRest}": "jeu., {saidRest}",
  "said|Fri, {saidRest}": "ven., {saidRest}",
  "said|Sat, {saidRest}": "sam., {saidRest}",
  "without conditions": "sans conditions",
  "Nobody does this to themselves": "Personne ne se fait cela à soi-même",
  "It were about somebody else": "Il s’agirait de quelqu’un d’autre",
  "An owner acts on everybody": "Un propriétaire agit sur tout le monde",
  "Anyone may call this": "Chacun peut l’appeler",
  Mon: "lun.",
  Tue: "mar.",
  Wed: "mer.",
  Thu: "jeu.",
  Fri: "ven.",
  Sat: "sam.",
  Sun: "dim.",
};
