import type { schedules as German } from "../de/schedules.ts";

export const schedules: Record<keyof typeof German, string> = {
  Schedules: "Planifications",
  "What runs by itself, and when.": "Ce qui s’exécute tout seul, et quand.",
  "Next run": "Prochaine exécution",
  "Last run": "Dernière exécution",
  Every: "Tous les",
  "Every {duration}": "Toutes les {duration}",
  Once: "Une fois",
  "Once, {instant}": "Une fois, {instant}",
  "Changed here; a deploy keeps it": "Modifié ici ; un déploiement le conserve",
  "Changed here; the code says {timing}": "Modifié ici ; le code indique {timing}",
  "schedule|Paused": "Suspendue",
  "Does not run again": "Ne s’exécute plus",
  "Run now": "Exécuter maintenant",
  "Run {name} now": "Exécuter {name} maintenant",
  "More of {name}": "Plus sur {name}",
  "It makes no more jobs. Those that it has made stay.":
    "Elle ne crée plus de tâches. Celles déjà créées restent.",
  "It makes no jobs until it is resumed. What it misses is not made up for.":
    "Elle ne crée pas de tâches avant sa reprise. Ce qu’elle manque n’est pas rattrapé.",
  "{name} is changed.": "{name} est modifiée.",
  "{name} is made.": "{name} est créée.",
  "New schedule": "Nouvelle planification",
  "Make it": "Créer",
  "What it runs": "Ce qu’elle exécute",
  "By the clock": "À heure fixe",
  "At intervals": "Par intervalles",
  "Cron expression": "Expression cron",
  "Minute, hour, day, month, weekday. 30 6 * * 1-5 is 6:30 on workdays.":
    "Minute, heure, jour, mois, jour de la semaine. 30 6 * * 1-5 : 6 h 30 les jours ouvrés.",
  "Another schedule has this name.": "Une autre planification porte ce nom.",
  "There is no such schedule.": "Cette planification n’existe pas.",
  "Somebody else has changed the schedule in the meantime.":
    "Quelqu’un d’autre a modifié la planification entre-temps.",
  "Choose a time that is to come.": "Choisissez un moment à venir.",
  "The code brings this schedule. It can be paused.":
    "Cette planification vient du code. Elle peut être suspendue.",
  "There is no such time zone.": "Ce fuseau horaire n’existe pas.",
  "Five fields that a time can fit: minute, hour, day, month, weekday. For example 30 6 * * 1-5.":
    "Cinq champs auxquels un moment peut correspondre : minute, heure, jour, mois, jour de la semaine. Par exemple 30 6 * * 1-5.",
  "Schedule made": "Planification créée",
  "Schedule changed": "Planification modifiée",
  "Schedule paused": "Planification suspendue",
  "Schedule resumed": "Planification reprise",
  "Schedule run by hand": "Planification exécutée à la main",
  "Schedule deleted": "Planification supprimée",
  "Follow the code again": "Suivre à nouveau le code",
  "{name} is as the code says.": "{name} est conforme au code.",
  "The code brings it no more": "Ne vient plus du code",
  "The code does not bring this schedule.": "Cette planification ne vient pas du code.",
};
