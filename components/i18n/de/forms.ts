export const forms = {
  Cancel: "Abbrechen",
  Undo: "Rückgängig",
  "Try again": "Erneut versuchen",
  Previous: "Zurück",
  Next: "Weiter",
  "Pages of {list}": "Seiten: {list}",
  "Clear search": "Suche leeren",
  "Request {id}": "Anfrage {id}",
  "This page could not be shown": "Diese Seite konnte nicht angezeigt werden",
  "Something went wrong on our side.": "Auf unserer Seite ist etwas schiefgegangen.",
  "Its number in the log: {digest}": "Nummer im Protokoll: {digest}",
  "Not yours to see": "Nicht für Sie bestimmt",
  "This could not be loaded": "Das konnte nicht geladen werden",
  "{field} (now {value})": "{field} (jetzt {value})",
  "Only they changed, and now in this form: {changes}.":
    "Nur von der anderen Person geändert und jetzt in diesem Formular: {changes}.",
  None: "Keine Angabe",
  "You both changed it. It was: {value}": "Sie beide haben es geändert. Vorher: {value}",
  "Choose one of the two": "Wählen Sie eines der beiden",
  "Keep mine": "Meine Fassung behalten",
  "Take theirs": "Andere Fassung übernehmen",
  "Unit of {label}": "Einheit: {label}",
  days: "Tage",
  hours: "Stunden",
  minutes: "Minuten",
  seconds: "Sekunden",
  "Something went wrong.": "Etwas ist schiefgegangen.",
  "Some fields need another value.": "Einige Felder brauchen einen anderen Wert.",
  "The server cannot be reached. Check your connection and try again.":
    "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
  "The database cannot be reached. Try again in a moment.":
    "Die Datenbank ist nicht erreichbar. Versuchen Sie es gleich noch einmal.",
  "This took too long and was given up.": "Das hat zu lange gedauert und wurde abgebrochen.",
  "Sign in to continue.": "Melden Sie sich an, um fortzufahren.",
  "There is no such user.": "Diesen Benutzer gibt es nicht.",
  "Somebody else changed this user meanwhile. Look at their changes, then try again.":
    "Jemand anderes hat diesen Benutzer inzwischen geändert. Sehen Sie sich die Änderungen an und versuchen Sie es erneut.",
  "Somebody else changed this role meanwhile. Look at their changes, then try again.":
    "Jemand anderes hat diese Rolle inzwischen geändert. Sehen Sie sich die Änderungen an und versuchen Sie es erneut.",
  "Somebody else changed these settings meanwhile. Look at their changes, then try again.":
    "Jemand anderes hat diese Einstellungen inzwischen geändert. Sehen Sie sich die Änderungen an und versuchen Sie es erneut.",
};
