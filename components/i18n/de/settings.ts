export const settings = {
  "A change counts in every process within a second.":
    "Eine Änderung gilt binnen einer Sekunde in jedem Prozess.",
  "Settings saved.": "Einstellungen gespeichert.",
  "From the configuration": "Aus der Konfiguration",
  "Changed {when}": "Geändert: {when}",
  "Fill in the defaults": "Vorgaben einsetzen",
  "Who may make an account. Invitations work either way.":
    "Wer ein Konto anlegen darf. Einladungen sind davon unabhängig.",
  "Open registration": "Offene Registrierung",
  "People make accounts themselves, once they have confirmed their address":
    "Wer seine Adresse bestätigt hat, legt sein Konto selbst an",
  "Role of new users": "Rolle neuer Benutzer",
  "Even a viewer sees the names and addresses of all users":
    "Schon ein Betrachter sieht Namen und Adressen aller Benutzer",
  "Allowed domains": "Zugelassene Domains",
  "Only addresses of these may register; empty for all":
    "Nur Adressen dieser Domains dürfen sich registrieren; leer für alle",
  "Expected a domain such as example.com": "Geben Sie eine Domain wie example.com an",
  Logging: "Protokollierung",
  "What each process writes to its log.": "Was jeder Prozess in sein Log schreibt.",
  "Least severe level": "Niedrigste Stufe",
  "Trace: everything": "Trace: alles",
  Debug: "Debug",
  "Info: every request": "Info: jede Anfrage",
  "Warnings and errors": "Warnungen und Fehler",
  Errors: "Fehler",
  "Only what ends the process": "Nur was den Prozess beendet",
  "A shorter time also counts for users who are in the trash already.":
    "Eine kürzere Frist gilt auch für Benutzer, die schon im Papierkorb sind.",
  "Days in the trash": "Tage im Papierkorb",
  "Deleted users are purged for good after so many days":
    "Gelöschte Benutzer werden nach so vielen Tagen endgültig entfernt",
};
