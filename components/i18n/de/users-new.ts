export const usersNew = {
  "Invite user": "Benutzer einladen",
  "More ways to add users": "Weitere Wege, Benutzer hinzuzufügen",
  "Add without telling them": "Ohne Benachrichtigung hinzufügen",
  "Invite many": "Viele einladen",
  "Invite many users": "Viele Benutzer einladen",
  People: "Personen",
  "One a line: an address, {named}, or address, name, department.":
    "Eine je Zeile: eine Adresse, {named} oder Adresse, Name, Abteilung.",
  address: "Adresse",
  "{count, plural, one {# person} other {# people}}":
    "{count, plural, one {# Person} other {# Personen}}",
  "Of those whose line names none.": "Für alle, deren Zeile keine nennt.",
  "Check the list": "Liste prüfen",
  "{count, plural, one {# invitation is on its way.} other {# invitations are on their way.}}":
    "{count, plural, one {# Einladung ist unterwegs.} other {# Einladungen sind unterwegs.}}",
  "Lines that were left out": "Ausgelassene Zeilen",
  "Copy these lines": "Diese Zeilen kopieren",
  Done: "Fertig",
  "Every line can be invited.": "Jede Zeile kann eingeladen werden.",
  "{count, plural, one {# line} other {# lines}} will be left out. Go back to change them.":
    "{count, plural, one {# Zeile wird} other {# Zeilen werden}} ausgelassen. Gehen Sie zurück, um sie zu ändern.",
  "What would become of each line": "Was aus jeder Zeile würde",
  "Will be invited": "Wird eingeladen",
  Back: "Zurück",
  "Send {count, plural, one {# invitation} other {# invitations}}":
    "{count, plural, one {# Einladung} other {# Einladungen}} senden",
  "Invite a user": "Benutzer einladen",
  "Add a user without telling them": "Benutzer ohne Benachrichtigung hinzufügen",
  "Name at least one person": "Nennen Sie mindestens eine Person",
  "None of the lines can be invited": "Keine der Zeilen kann eingeladen werden",
  "said|At most {count} people are invited in one go":
    "Auf einmal werden höchstens {count} Personen eingeladen",
  "said|Line {number} has this address": "Zeile {number} hat diese Adresse",
  Line: "Zeile",
  Person: "Person",
  State: "Zustand",
  "They receive a link to choose a password.":
    "Die Person erhält einen Link, um ein Passwort zu wählen.",
  "Send invitation": "Einladung senden",
  "{name} is invited: the mail is on its way to {email}.":
    "{name} ist eingeladen: Die E-Mail ist an {email} unterwegs.",
  "Add a user": "Benutzer hinzufügen",
  "They receive no mail until you send the invitation from their page.":
    "Es geht keine E-Mail hinaus, bis Sie die Einladung von der Seite des Benutzers senden.",
  "Add user": "Benutzer hinzufügen",
  "{name} is added. Nobody has told them yet.":
    "{name} ist hinzugefügt. Noch wurde niemand benachrichtigt.",
  "Here by this name already:": "Unter diesem Namen schon vorhanden:",
  "and {count} more": "und {count} weitere",
};
