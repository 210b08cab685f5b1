export const usersTrash = {
  "Deleted users. They are shut out, and purged for good when their time is over.":
    "Gelöschte Benutzer. Sie sind ausgeschlossen und werden nach Ablauf ihrer Frist endgültig gelöscht.",
  "Empty trash…": "Papierkorb leeren…",
  "Empty the trash for good?": "Papierkorb endgültig leeren?",
  "{count, plural, one {# user} other {# users}} in the trash may do as much as you, or more: they are not yours to purge.":
    "{count, plural, one {# Benutzer im Papierkorb darf ebenso viel wie Sie oder mehr: Sie können ihn} other {# Benutzer im Papierkorb dürfen ebenso viel wie Sie oder mehr: Sie können sie}} nicht endgültig löschen.",
  "There is nobody in it.": "Er ist leer.",
  "{count, plural, one {# user} other {# users}} purged.":
    "{count, plural, one {# Benutzer} other {# Benutzer}} endgültig gelöscht.",
  "Empty the trash": "Papierkorb leeren",
  "How many users go": "Wie viele Benutzer gehen",
  "Type {number} to confirm.": "Geben Sie zur Bestätigung {number} ein.",
  "{count, plural, one {# user} other {# users}} left…":
    "noch {count, plural, one {# Benutzer} other {# Benutzer}}…",
  "Purge them for good": "Endgültig löschen",
  "Goes for good": "Geht endgültig verloren",
  Stays: "Bleibt",
  "Purge {name}": "{name} endgültig löschen",
  "Purge…": "Endgültig löschen…",
  "Purge {name} for good?": "{name} endgültig löschen?",
  "{name} is purged.": "{name} ist endgültig gelöscht.",
  "Their e-mail address": "E-Mail-Adresse des Benutzers",
  "Type {email} to confirm.": "Geben Sie zur Bestätigung {email} ein.",
  "Purge for good": "Endgültig löschen",
  "The profile: name, address, roles": "Das Profil: Name, Adresse, Rollen",
  "The picture": "Das Bild",
  "The password": "Das Passwort",
  "A change of address that waits for confirmation":
    "Eine Änderung der Adresse, die auf Bestätigung wartet",
  "{count, plural, one {# change} other {# changes}} of address not confirmed yet":
    "{count, plural, one {# noch nicht bestätigte Änderung} other {# noch nicht bestätigte Änderungen}} der Adresse",
  "{count, plural, one {# profile} other {# profiles}}":
    "{count, plural, one {# Profil} other {# Profile}}",
  "{count, plural, one {# picture} other {# pictures}}":
    "{count, plural, one {# Bild} other {# Bilder}}",
  "{count, plural, one {# password} other {# passwords}}":
    "{count, plural, one {# Passwort} other {# Passwörter}}",
  "{count, plural, one {# session} other {# sessions}}":
    "{count, plural, one {# Sitzung} other {# Sitzungen}}",
  "{count, plural, one {# mailed link} other {# mailed links}}":
    "{count, plural, one {# gesendeter Link} other {# gesendete Links}}",
  "{count, plural, one {# private view} other {# private views}}":
    "{count, plural, one {# private Ansicht} other {# private Ansichten}}",
  "{count, plural, one {# shared view} other {# shared views}}, with which the list opens for {others, plural, one {# other person} other {# other people}}":
    "{count, plural, one {# geteilte Ansicht, mit der} other {# geteilte Ansichten, mit denen}} sich die Liste für {others, plural, one {# andere Person} other {# andere Personen}} öffnet",
  "{count, plural, one {# shared view} other {# shared views}}":
    "{count, plural, one {# geteilte Ansicht} other {# geteilte Ansichten}}",
  "{count, plural, one {# entry} other {# entries}} of the audit log, with the name":
    "{count, plural, one {# Eintrag} other {# Einträge}} im Prüfprotokoll, mit dem Namen",
  "{count, plural, one {# mail} other {# mails}} sent to this address":
    "{count, plural, one {# E-Mail} other {# E-Mails}} an diese Adresse",
  "What the audit log says of them, with the names, and mails sent to them":
    "Was das Prüfprotokoll mit Namen über sie sagt, und E-Mails an sie",
  "{count, plural, one {# user} other {# users}} in the trash who may do as much as you, or more":
    "{count, plural, one {# Benutzer} other {# Benutzer}} im Papierkorb mit ebenso vielen Rechten wie Sie oder mehr",
  "{name} is restored.": "{name} ist wiederhergestellt.",
  "{name} is in the trash.": "{name} ist im Papierkorb.",
  Restore: "Wiederherstellen",
  Deleted: "Gelöscht",
  "Deleted by": "Gelöscht von",
  Purged: "Endgültig gelöscht",
  "Purge now": "Jetzt endgültig löschen",
  by: "von",
  "somebody unknown": "unbekannt",
};
