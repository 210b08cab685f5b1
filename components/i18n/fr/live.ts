import type { live as German } from "../de/live.ts";

export const live: Record<keyof typeof German, string> = {
  "Live updates": "Mises à jour en direct",
  "said|{count} events have waited for more than 30 seconds.":
    "{count} évènements attendent depuis plus de 30 secondes.",
  "What happens is told as it happens.": "Ce qui se passe est signalé aussitôt.",
  "No notifications arrive; what happens is found once a second.":
    "Aucune notification n’arrive ; ce qui se passe est trouvé une fois par seconde.",
  "Open streams": "Flux ouverts",
  "Events told": "Évènements signalés",
  "Found by the poll": "Trouvés par interrogation",
  "Not live: reconnecting…": "Plus en direct : reconnexion…",
};
