export const live = {
  "Live updates": "Live-Aktualisierung",
  "said|{count} events have waited for more than 30 seconds.":
    "{count} Ereignisse warten seit mehr als 30 Sekunden.",
  "What happens is told as it happens.": "Was geschieht, wird sofort gemeldet.",
  "No notifications arrive; what happens is found once a second.":
    "Es kommen keine Benachrichtigungen; was geschieht, wird einmal pro Sekunde gefunden.",
  "Open streams": "Offene Streams",
  "Events told": "Gemeldete Ereignisse",
  "Found by the poll": "Durch Abfrage gefunden",
  "Not live: reconnecting…": "Nicht live: Verbindung wird wiederhergestellt …",
};
