export const lists = {
  "List of users": "Liste: Benutzer",
  "Pages of users": "Seiten: Benutzer",
  "Search users": "Benutzer suchen",
  "{count, plural, one {# user} other {# users}}":
    "{count, plural, one {# Benutzer} other {# Benutzer}}",
  "about {count, plural, one {# user} other {# users}}":
    "etwa {count, plural, one {# Benutzer} other {# Benutzer}}",
  "{count, plural, one {# user} other {# users}} chosen":
    "{count, plural, one {# Benutzer} other {# Benutzer}} ausgewählt",
  "about {count, plural, one {# user} other {# users}} chosen":
    "etwa {count, plural, one {# Benutzer} other {# Benutzer}} ausgewählt",
  "Deleted users": "Gelöschte Benutzer",
  "List of deleted users": "Liste: Gelöschte Benutzer",
  "Pages of deleted users": "Seiten: Gelöschte Benutzer",
  "Search deleted users": "Gelöschte Benutzer suchen",
  "{count, plural, one {# deleted user} other {# deleted users}}":
    "{count, plural, one {# gelöschter Benutzer} other {# gelöschte Benutzer}}",
  "about {count, plural, one {# deleted user} other {# deleted users}}":
    "etwa {count, plural, one {# gelöschter Benutzer} other {# gelöschte Benutzer}}",
  "{count, plural, one {# deleted user} other {# deleted users}} chosen":
    "{count, plural, one {# gelöschter Benutzer} other {# gelöschte Benutzer}} ausgewählt",
  "about {count, plural, one {# deleted user} other {# deleted users}} chosen":
    "etwa {count, plural, one {# gelöschter Benutzer} other {# gelöschte Benutzer}} ausgewählt",
  Mails: "E-Mails",
  "List of mails": "Liste: E-Mails",
  "Pages of mails": "Seiten: E-Mails",
  "Search mails": "E-Mails suchen",
  "{count, plural, one {# mail} other {# mails}}":
    "{count, plural, one {# E-Mail} other {# E-Mails}}",
  "about {count, plural, one {# mail} other {# mails}}":
    "etwa {count, plural, one {# E-Mail} other {# E-Mails}}",
  "{count, plural, one {# mail} other {# mails}} chosen":
    "{count, plural, one {# E-Mail} other {# E-Mails}} ausgewählt",
  "about {count, plural, one {# mail} other {# mails}} chosen":
    "etwa {count, plural, one {# E-Mail} other {# E-Mails}} ausgewählt",
  Entries: "Einträge",
  "List of entries": "Liste: Einträge",
  "Pages of entries": "Seiten: Einträge",
  "{count, plural, one {# entry} other {# entries}}":
    "{count, plural, one {# Eintrag} other {# Einträge}}",
  "about {count, plural, one {# entry} other {# entries}}":
    "etwa {count, plural, one {# Eintrag} other {# Einträge}}",
  "{count, plural, one {# entry} other {# entries}} chosen":
    "{count, plural, one {# Eintrag} other {# Einträge}} ausgewählt",
  "about {count, plural, one {# entry} other {# entries}} chosen":
    "etwa {count, plural, one {# Eintrag} other {# Einträge}} ausgewählt",
  "Search by name or e-mail": "Nach Name oder E-Mail suchen",
  "No users yet": "Noch keine Benutzer",
  "Invite the first one, and they will appear here.":
    "Laden Sie die erste Person ein, dann erscheint sie hier.",
  "Nobody matches": "Kein Treffer",
  "Try another name or address, or fewer filters.":
    "Versuchen Sie einen anderen Namen, eine andere Adresse oder weniger Filter.",
  "The trash is empty": "Der Papierkorb ist leer",
  "Deleted users wait here until they are restored or purged.":
    "Gelöschte Benutzer warten hier, bis sie wiederhergestellt oder endgültig gelöscht werden.",
  "Nothing has happened yet": "Noch ist nichts geschehen",
  "Every change from now on appears here.": "Jede Änderung erscheint ab jetzt hier.",
  "No entry matches": "Kein passender Eintrag",
  "Try another action or a longer time, or fewer filters.":
    "Versuchen Sie eine andere Aktion, einen längeren Zeitraum oder weniger Filter.",
  "Search by address or subject": "Nach Adresse oder Betreff suchen",
  "No mail yet": "Noch keine E-Mails",
  "Invitations and password links appear here as they are sent.":
    "Einladungen und Passwort-Links erscheinen hier, sobald sie versendet werden.",
  "No mail matches": "Keine passende E-Mail",
  "Try another address or subject, or fewer filters.":
    "Versuchen Sie eine andere Adresse, einen anderen Betreff oder weniger Filter.",
};
