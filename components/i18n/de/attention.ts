export const attention = {
  "Needs attention": "Handlungsbedarf",
  "Nothing needs attention": "Kein Handlungsbedarf",
  Urgent: "Dringend",
  Warning: "Warnung",
  Advice: "Hinweis",
  "The audit log is not what was recorded":
    "Das Prüfprotokoll entspricht nicht dem Aufgezeichneten",
  "A job does so every night, and so does the audit page. Look whether a worker runs.":
    "Ein Job prüft es jede Nacht, ebenso die Seite des Prüfprotokolls. Sehen Sie nach, ob ein Worker läuft.",
  "Nobody has used the link yet. Send a new one from the user's page.":
    "Der Link wurde noch nicht benutzt. Senden Sie auf der Seite des Benutzers einen neuen.",
  "Nobody gets in with these links any more: send new ones.":
    "Mit diesen Links kommt niemand mehr hinein: Senden Sie neue.",
  "Your e-mail address is not confirmed": "Ihre E-Mail-Adresse ist nicht bestätigt",
  "You are the only owner": "Sie sind der einzige Inhaber",
  "If you lose access, nobody can let you back in. Make somebody else an owner, too.":
    "Wenn Sie den Zugang verlieren, kann Sie niemand wieder hereinlassen. Machen Sie noch jemanden zum Inhaber.",
  "Health check: database": "Zustandsprüfung: Datenbank",
  "Health check: replicas": "Zustandsprüfung: Lesereplikate",
  "Health check: migrations": "Zustandsprüfung: Migrationen",
  "Health check: workers": "Zustandsprüfung: Worker",
  "Health check: audit log": "Zustandsprüfung: Prüfprotokoll",
  "Health check: disk": "Zustandsprüfung: Festplatte",
  "Health check: memory": "Zustandsprüfung: Arbeitsspeicher",
  "Health check: event loop": "Zustandsprüfung: Event-Loop",
  "No answer in time": "Keine Antwort in der vorgesehenen Zeit",
  "Nearly every connection is in use": "Fast alle Verbindungen sind belegt",
  "The database answers slowly": "Die Datenbank antwortet langsam",
  "A newer build has changed the schema": "Eine neuere Version hat das Schema geändert",
  "No worker was seen in the last 30 s: jobs wait":
    "In den letzten 30 s wurde kein Worker gesehen: Jobs warten",
  "The audit log was not verified for days": "Das Prüfprotokoll wurde seit Tagen nicht verifiziert",
  "The disk is full": "Die Festplatte ist voll",
  "The disk is nearly full": "Die Festplatte ist fast voll",
  "Memory is nearly used up": "Der Arbeitsspeicher ist fast aufgebraucht",
  "This process is busy: answers are late":
    "Dieser Prozess ist ausgelastet: Antworten verzögern sich",
};
