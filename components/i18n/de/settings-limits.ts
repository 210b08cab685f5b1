export const settingsLimits = {
  "A shorter limit also ends sessions that run; a longer one is for those to come.":
    "Eine kürzere Grenze beendet auch laufende Sitzungen; eine längere gilt für künftige.",
  "Idle limit": "Grenze bei Untätigkeit",
  "Signed out after this long without a request": "Abmeldung nach dieser Zeit ohne Anfrage",
  "Absolute limit": "Absolute Grenze",
  "Signed out this long after sign-in, idle or not":
    "Abmeldung nach dieser Zeit ab der Anmeldung, ob untätig oder nicht",
  "Remembered devices": "Gemerkte Geräte",
  "The absolute limit where somebody chose to stay signed in; no idle limit":
    "Die absolute Grenze, wenn jemand angemeldet bleiben möchte; ohne Grenze bei Untätigkeit",
  Impersonation: "Vertretung",
  "Acting in somebody else's name ends this long after it began, in use or not":
    "Das Handeln im Namen anderer endet nach dieser Zeit, ob genutzt oder nicht",
  "Rate limits": "Anfragegrenzen",
  "Requests per minute, counted by each process for itself.":
    "Anfragen pro Minute, von jedem Prozess für sich gezählt.",
  "Per user": "Pro Benutzer",
  "API requests of one signed-in user": "API-Anfragen eines angemeldeten Benutzers",
  "Per address": "Pro Adresse",
  "Pages, and requests without a session, from one network address":
    "Seiten sowie Anfragen ohne Sitzung von einer Netzwerkadresse",
};
