import type { events as German } from "../de/events.ts";

export const events: Record<keyof typeof German, string> = {
  "You follow events in too many places at once.":
    "Vous suivez les événements à trop d’endroits à la fois.",
  "No event has had this id yet.": "Aucun événement n’a encore eu cet identifiant.",
  "Not the id of an event": "Pas l’identifiant d’un événement",
  "Subscribe to one procedure at a time.": "Abonnez-vous à une seule procédure à la fois.",
  "Removes events older than a week": "Supprime les événements de plus d’une semaine",
};
