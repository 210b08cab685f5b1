import type { jobList as German } from "../de/job-list.ts";

export const jobList: Record<keyof typeof German, string> = {
  "All jobs": "Toutes les tâches",
  "Every job of every queue, as long as it is kept.":
    "Chaque tâche de chaque file, aussi longtemps qu’elle est conservée.",
  Enqueued: "Mise en file",
  Duration: "Durée",
  "Duration (s)": "Durée (s)",
  Attempts: "Tentatives",
  "Job id": "Identifiant de la tâche",
  "{count} ms": "{count} ms",
  "Payload or cause": "Contenu ou cause",
  has: "contient",
  Waiting: "En attente",
  "Waiting to be tried again": "En attente d’une nouvelle tentative",
  Completed: "Terminée",
  Failed: "Échouée",
  Cancelled: "Annulée",
  "List of jobs": "Liste des tâches",
  "Pages of jobs": "Pages de tâches",
  "Search jobs": "Rechercher des tâches",
  "{count, plural, one {# job} other {# jobs}}": "{count, plural, one {# tâche} other {# tâches}}",
  "about {count, plural, one {# job} other {# jobs}}":
    "environ {count, plural, one {# tâche} other {# tâches}}",
  "{count, plural, one {# job} other {# jobs}} chosen":
    "{count, plural, one {# tâche choisie} other {# tâches choisies}}",
  "about {count, plural, one {# job} other {# jobs}} chosen":
    "environ {count, plural, one {# tâche choisie} other {# tâches choisies}}",
  "No job yet": "Aucune tâche pour l’instant",
  "Jobs appear here as they are enqueued.": "Les tâches apparaissent ici dès leur mise en file.",
  "No job matches": "Aucune tâche ne correspond",
  "Try another text, or fewer filters.": "Essayez un autre texte ou moins de filtres.",
  "Search by queue, id or payload": "Rechercher par file, identifiant ou contenu",
  "Any state": "Tous les états",
  "Any queue": "Toutes les files",
  "The job is tried again.": "La tâche est relancée.",
  "The job is cancelled.": "La tâche est annulée.",
  "The job is deleted.": "La tâche est supprimée.",
  "Cancel this job?": "Annuler cette tâche ?",
  "Its run is aborted within two seconds. What it has done so far stays.":
    "Son exécution est interrompue en deux secondes. Ce qu’elle a déjà fait reste.",
  "It does not run until somebody tries it again.":
    "Elle ne s’exécute pas tant que personne ne la relance.",
  "Cancel the job": "Annuler la tâche",
  "Delete this job?": "Supprimer cette tâche ?",
  "The job goes with its payload, output and lines, and cannot be brought back.":
    "La tâche disparaît avec son contenu, son résultat et ses lignes, sans retour possible.",
  "Delete the job": "Supprimer la tâche",
  "The payload does not fit what the code expects today":
    "Le contenu ne correspond plus à ce que le code attend",
  "{done} of {total}": "{done} sur {total}",
  Progress: "Progression",
  Payload: "Contenu",
  Output: "Résultat",
  Nothing: "Rien",
  Lines: "Lignes",
  "Attempt {number}": "Tentative {number}",
  Stack: "Pile d’appels",
  About: "À propos",
  "Not before": "Pas avant",
  Started: "Début",
  Ended: "Fin",
  Priority: "Priorité",
  "Caused by": "Déclenchée par",
  "Parent job": "Tâche parente",
  "There is no such job.": "Cette tâche n’existe pas.",
  "Only a job that has failed or was cancelled can be tried again.":
    "Seule une tâche échouée ou annulée peut être relancée.",
  "The job has ended already.": "La tâche est déjà terminée.",
  "A running job is cancelled before it is deleted.":
    "Une tâche en cours est annulée avant d’être supprimée.",
  "Job tried again": "Tâche relancée",
  "Job cancelled": "Tâche annulée",
  "Job deleted": "Tâche supprimée",
  Job: "Tâche",
  "Write a path and a value, such as payload.userId = 42":
    "Écrivez un chemin et une valeur, par exemple payload.userId = 42",
  "Copy job id": "Copier l’identifiant de la tâche",
  "Run again": "Exécuter de nouveau",
  "Run {name} again": "Exécuter {name} de nouveau",
  "The job is in its queue.": "La tâche est dans sa file.",
  "A new job is enqueued with this payload. The one you look at stays as it is.":
    "Une nouvelle tâche est mise en file avec ce contenu. Celle que vous voyez reste telle quelle.",
  "A new job is enqueued; jobs of this queue carry nothing.":
    "Une nouvelle tâche est mise en file ; les tâches de cette file n’ont pas de contenu.",
  "No code runs the jobs of this queue any more.":
    "Plus aucun code n’exécute les tâches de cette file.",
  "Such a job is in the queue already.": "Une telle tâche est déjà dans la file.",
  "Job run again": "Tâche exécutée de nouveau",
};
