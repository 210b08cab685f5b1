import type { forms as German } from "../de/forms.ts";

export const forms: Record<keyof typeof German, string> = {
  Cancel: "Annuler",
  Undo: "Annuler l’action",
  "Try again": "Réessayer",
  Previous: "Précédent",
  Next: "Suivant",
  "Pages of {list}": "Pages : {list}",
  "Clear search": "Effacer la recherche",
  "Request {id}": "Requête {id}",
  "This page could not be shown": "Cette page n’a pas pu être affichée",
  "Something went wrong on our side.": "Un problème est survenu de notre côté.",
  "Its number in the log: {digest}": "Numéro dans le journal : {digest}",
  "Not yours to see": "Ceci ne vous est pas accessible",
  "This could not be loaded": "Le chargement a échoué",
  "{field} (now {value})": "{field} (désormais {value})",
  "Only they changed, and now in this form: {changes}.":
    "Modifié uniquement par l’autre personne, et repris dans ce formulaire : {changes}.",
  None: "Aucun",
  "You both changed it. It was: {value}": "Vous l’avez modifié tous les deux. Avant : {value}",
  "Choose one of the two": "Choisissez l’un des deux",
  "Keep mine": "Garder ma version",
  "Take theirs": "Prendre l’autre version",
  "Unit of {label}": "Unité : {label}",
  days: "jours",
  hours: "heures",
  minutes: "minutes",
  seconds: "secondes",
  "Something went wrong.": "Un problème est survenu.",
  "Some fields need another value.": "Certains champs doivent être corrigés.",
  "The server cannot be reached. Check your connection and try again.":
    "Le serveur est injoignable. Vérifiez votre connexion et réessayez.",
  "The database cannot be reached. Try again in a moment.":
    "La base de données est injoignable. Réessayez dans un instant.",
  "This took too long and was given up.": "L’opération a pris trop de temps et a été abandonnée.",
  "Sign in to continue.": "Connectez-vous pour continuer.",
  "There is no such user.": "Cet utilisateur n’existe pas.",
  "Somebody else changed this user meanwhile. Look at their changes, then try again.":
    "Quelqu’un d’autre a modifié cet utilisateur entre-temps. Consultez ses modifications, puis réessayez.",
  "Somebody else changed this role meanwhile. Look at their changes, then try again.":
    "Quelqu’un d’autre a modifié ce rôle entre-temps. Consultez ses modifications, puis réessayez.",
  "Somebody else changed these settings meanwhile. Look at their changes, then try again.":
    "Quelqu’un d’autre a modifié ces paramètres entre-temps. Consultez ses modifications, puis réessayez.",
};
