export const mailDelivery = {
  "Kept here": "Hier aufbewahrt",
  "Waiting to be sent": "Wartet auf den Versand",
  Delivered: "Zugestellt",
  Bounced: "Unzustellbar",
  "Reported as spam": "Als Spam gemeldet",
  "Not sent": "Nicht gesendet",
  "Held back": "Zurückgehalten",
  "Mail to it bounced": "E-Mail dorthin kam zurück",
  "Reported mail as spam": "Hat E-Mail als Spam gemeldet",
  "Added by hand": "Von Hand hinzugefügt",
  Written: "Geschrieben",
  Problem: "Problem",
  "What became of it": "Was daraus wurde",
  Delayed: "Verzögert",
  "The mail is sent again.": "Die E-Mail wird erneut gesendet.",
  "Held back addresses": "Zurückgehaltene Adressen",
  "All held back addresses": "Alle zurückgehaltenen Adressen",
  Since: "Seit",
  "No address is held back": "Keine Adresse wird zurückgehalten",
  "Addresses appear here when mail to them bounces or is reported as spam.":
    "Adressen erscheinen hier, wenn E-Mail an sie zurückkommt oder als Spam gemeldet wird.",
  "Let {recipient} get mail again": "{recipient} wieder E-Mail senden",
  "{recipient} gets mail again.": "{recipient} erhält wieder E-Mail.",
  "Let go": "Freigeben",
  "Hold an address back": "Adresse zurückhalten",
  "Hold it back": "Zurückhalten",
  "{recipient} gets no more mail.": "{recipient} erhält keine E-Mail mehr.",
  "This address is not held back.": "Diese Adresse wird nicht zurückgehalten.",
  "No provider is set up, so mail stays here.":
    "Kein Anbieter ist eingerichtet, die E-Mail bleibt hier.",
  "This mail is still to be sent.": "Diese E-Mail wird noch gesendet.",
  "The address gets no mail.": "Die Adresse erhält keine E-Mail.",
  "Address held back from mail": "Adresse zurückgehalten",
  "Address gets mail again": "Adresse erhält wieder E-Mail",
  "Mail sent again": "E-Mail erneut gesendet",
  "Address held back in the database": "Adresse in der Datenbank zurückgehalten",
  "Held back address changed in the database": "Zurückgehaltene Adresse in der Datenbank geändert",
  "Held back address removed in the database": "Zurückgehaltene Adresse in der Datenbank entfernt",
  Suppression: "Zurückhaltung",
  "Send mail again, hold addresses back": "E-Mail erneut senden, Adressen zurückhalten",
  "Sends mail": "Sendet E-Mail",
  "The provider does not answer; it is left alone for half a minute.":
    "Der Anbieter antwortet nicht; er wird eine halbe Minute in Ruhe gelassen.",
  "said|{count} mails have waited for more than 15 minutes.":
    "{count} E-Mails warten seit mehr als 15 Minuten.",
  "Mail stays in the outbox; no provider is set up.":
    "E-Mail bleibt im Postausgang; kein Anbieter ist eingerichtet.",
  "Mail goes out.": "E-Mail geht hinaus.",
  Provider: "Anbieter",
  "They get no mail, because it bounced or somebody said so. Whoever reported spam still gets what the account needs.":
    "Sie erhalten keine E-Mail, weil diese zurückkam oder jemand es so wollte. Wer Spam gemeldet hat, erhält weiter, was das Konto braucht.",
  "Still gets mail about the account": "Erhält weiter E-Mail zum Konto",
  "List of held back addresses": "Liste der zurückgehaltenen Adressen",
  "Pages of held back addresses": "Seiten der zurückgehaltenen Adressen",
  "Search held back addresses": "Zurückgehaltene Adressen suchen",
  "Search by address": "Nach Adresse suchen",
  "{count, plural, one {# address} other {# addresses}}":
    "{count, plural, one {# Adresse} other {# Adressen}}",
  "about {count, plural, one {# address} other {# addresses}}":
    "etwa {count, plural, one {# Adresse} other {# Adressen}}",
  "{count, plural, one {# address} other {# addresses}} chosen":
    "{count, plural, one {# Adresse} other {# Adressen}} ausgewählt",
  "about {count, plural, one {# address} other {# addresses}} chosen":
    "etwa {count, plural, one {# Adresse} other {# Adressen}} ausgewählt",
  "No address matches": "Keine Adresse passt",
  "Try another address, or fewer filters.":
    "Versuchen Sie eine andere Adresse oder weniger Filter.",
  "Any reason": "Jeder Grund",
  "The address does not want mail of this kind.": "Die Adresse möchte keine E-Mail dieser Art.",
  "The provider refused it.": "Der Anbieter hat sie abgelehnt.",
  "The provider has failed again and again, and is left alone for a while.":
    "Der Anbieter hat immer wieder versagt und wird eine Weile in Ruhe gelassen.",
  "The provider did not take it within a day.":
    "Der Anbieter hat sie binnen eines Tages nicht angenommen.",
  "Its link expired before it could be sent.":
    "Ihr Link lief ab, bevor sie gesendet werden konnte.",
  "The job that was to send it has ended without doing so.":
    "Der Job, der sie senden sollte, endete, ohne es zu tun.",
  Links: "Links",
  "Hidden: they work for whoever has them.": "Verborgen: Sie gelten für jeden, der sie hat.",
  "The link in this mail has expired. A new one is needed.":
    "Der Link in dieser E-Mail ist abgelaufen. Es braucht einen neuen.",
  "Marks mail as not sent whose job is gone":
    "Kennzeichnet E-Mail als nicht gesendet, deren Job fehlt",
  "Removes expired one-time links from mail": "Entfernt abgelaufene Einmal-Links aus E-Mail",
  "Expired links removed from mail": "Abgelaufene Links aus E-Mail entfernt",
  "said|{count} mails could not be sent in the last 15 minutes.":
    "{count} E-Mails konnten in den letzten 15 Minuten nicht gesendet werden.",
};
