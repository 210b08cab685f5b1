import type { errors as German } from "../de/errors.ts";

export const errors: Record<keyof typeof German, string> = {
  Error: "Erreur",
  "What nobody expected to go wrong, in requests and jobs.":
    "Ce qui a échoué de façon inattendue, dans les requêtes et les tâches.",
  "List of errors": "Liste des erreurs",
  "Pages of errors": "Pages d’erreurs",
  "Search errors": "Rechercher des erreurs",
  "Search by message or place": "Rechercher par message ou lieu",
  "All errors": "Toutes les erreurs",
  "{count, plural, one {# error} other {# errors}}":
    "{count, plural, one {# erreur} other {# erreurs}}",
  "about {count, plural, one {# error} other {# errors}}":
    "environ {count, plural, one {# erreur} other {# erreurs}}",
  "{count, plural, one {# error} other {# errors}} chosen":
    "{count, plural, one {# erreur choisie} other {# erreurs choisies}}",
  "about {count, plural, one {# error} other {# errors}} chosen":
    "environ {count, plural, one {# erreur choisie} other {# erreurs choisies}}",
  "No error yet": "Aucune erreur",
  "What nobody expected to go wrong appears here.":
    "Ce qui échoue de façon inattendue apparaît ici.",
  "No error matches": "Aucune erreur ne correspond",
  "First seen": "Première apparition",
  Occurrences: "Occurrences",
  Open: "Ouverte",
  Resolved: "Résolue",
  Ignored: "Ignorée",
  Page: "Page",
  Resolve: "Résoudre",
  Ignore: "Ignorer",
  Reopen: "Rouvrir",
  "{count, plural, =0 {Nothing to change.} one {# error changed.} other {# errors changed.}}":
    "{count, plural, =0 {Rien à changer.} one {# erreur modifiée.} other {# erreurs modifiées.}}",
  "The last seven days": "Les sept derniers jours",
  "{count} times in seven days": "{count} fois en sept jours",
  "The newest of them": "Les plus récentes",
  "The job": "La tâche",
  Where: "Où",
  "Last settled": "Dernière décision",
  "Came back": "Réapparue",
  "Errors like this one": "Erreurs semblables",
  "There is no such error.": "Cette erreur n’existe pas.",
  "Error resolved": "Erreur résolue",
  "Error ignored": "Erreur ignorée",
  "Error reopened": "Erreur rouverte",
  "See unexpected errors, their messages included":
    "Voir les erreurs inattendues, messages compris",
  "Resolve, ignore and reopen errors": "Résoudre, ignorer et rouvrir des erreurs",
  "Removes errors that have not occurred for 90 days":
    "Supprime les erreurs absentes depuis 90 jours",
  "Last seen": "Dernière apparition",
  "About this error": "À propos de cette erreur",
};
