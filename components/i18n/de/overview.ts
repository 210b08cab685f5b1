export const overview = {
  "figure|Active": "Aktiv",
  "figure|Invited": "Eingeladen",
  "figure|Suspended": "Gesperrt",
  "Sessions now": "Sitzungen jetzt",
  "{count}: show users": "{count}: Benutzer anzeigen",
  "{count}: show active": "{count}: aktive anzeigen",
  "{count}: show invited": "{count}: eingeladene anzeigen",
  "{count}: show suspended": "{count}: gesperrte anzeigen",
  Period: "Zeitraum",
  "{days} days": "{days} Tage",
  "Your role shows no figures here": "Ihre Rolle zeigt hier keine Zahlen",
  "Somebody who may edit roles can open more of them to you.":
    "Wer Rollen bearbeiten darf, kann Ihnen mehr davon freigeben.",
  "New users": "Neue Benutzer",
  "New users a day over the last {days} days. In all: New users {count}":
    "Neue Benutzer pro Tag in den letzten {days} Tagen. Insgesamt: {count} neue Benutzer",
  "No new users in the last {days} days": "Keine neuen Benutzer in den letzten {days} Tagen",
  "Sign-ins": "Anmeldungen",
  "figure|Signed in": "Erfolgreich",
  "figure|Failed": "Fehlgeschlagen",
  "Sign-ins a day over the last {days} days. In all: Signed in {succeeded}, Failed {failed}":
    "Anmeldungen pro Tag in den letzten {days} Tagen. Insgesamt: {succeeded} erfolgreich, {failed} fehlgeschlagen",
  "No sign-ins in the last {days} days": "Keine Anmeldungen in den letzten {days} Tagen",
  "none in the {days} days before": "keine in den {days} Tagen davor",
  "as many as in the {days} days before": "so viele wie in den {days} Tagen davor",
  "<b>{percent} %</b>fewer than in the {days} days before":
    "<b>{percent} %</b>weniger als in den {days} Tagen davor",
  "<b>{percent} %</b>more than in the {days} days before":
    "<b>{percent} %</b>mehr als in den {days} Tagen davor",
  "Recent changes": "Letzte Änderungen",
  "Nothing has happened yet": "Noch ist nichts geschehen",
};
