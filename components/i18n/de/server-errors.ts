export const serverErrors = {
  "Your role does not show this list.": "Ihre Rolle zeigt diese Liste nicht.",
  "Only its owner may change this view. Save your own.":
    "Nur wem sie gehört, darf diese Ansicht ändern. Speichern Sie eine eigene.",
  "Only its owner may rename, share or delete this view.":
    "Nur wem sie gehört, darf diese Ansicht umbenennen, teilen oder löschen.",
  "Your role does not let you share views.": "Ihre Rolle erlaubt das Teilen von Ansichten nicht.",
  "Your role does not let you share views": "Ihre Rolle erlaubt das Teilen von Ansichten nicht",
  "There is no such view.": "Diese Ansicht gibt es nicht.",
  "There is no such role.": "Diese Rolle gibt es nicht.",
  "There is no such mail.": "Diese E-Mail gibt es nicht.",
  "There is no such entry.": "Diesen Eintrag gibt es nicht.",
  "There are no such settings any more.": "Diese Einstellungen gibt es nicht mehr.",
  "There is a role with this key": "Es gibt bereits eine Rolle mit diesem Schlüssel",
  "This role allows more than you may do.": "Diese Rolle erlaubt mehr, als Sie dürfen.",
  "This role allows more than you may do": "Diese Rolle erlaubt mehr, als Sie dürfen",
  "Allows more than you may do": "Erlaubt mehr, als Sie dürfen",
  "You cannot do this to someone who may do as much as you or more.":
    "Bei jemandem, der ebenso viel oder mehr darf als Sie, ist Ihnen dies nicht möglich.",
  "This is the last owner. Make somebody else an owner first.":
    "Dies ist der letzte Inhaber. Machen Sie zuerst jemand anderen zum Inhaber.",
  "You may do this only for users of your own department.":
    "Sie dürfen dies nur für Benutzer Ihrer eigenen Abteilung.",
  "You may do this only for users of your own department":
    "Sie dürfen dies nur für Benutzer Ihrer eigenen Abteilung",
  "Somebody in the trash has this address: restore or purge them":
    "Jemand im Papierkorb hat diese Adresse: wiederherstellen oder endgültig löschen",
  "Somebody already has this address": "Diese Adresse ist bereits vergeben",
  "An earlier line has this address": "Eine frühere Zeile hat diese Adresse",
  "Not usable": "Nicht verwendbar",
  "Choose a time in the future": "Wählen Sie einen Zeitpunkt in der Zukunft",
  "This is not their address": "Das ist nicht die Adresse dieses Benutzers",
  "This user has no picture.": "Dieser Benutzer hat kein Bild.",
  "Choose a PNG, JPEG or WebP picture.": "Wählen Sie ein Bild im Format PNG, JPEG oder WebP.",
  "Choose a PNG, JPEG or WebP picture": "Wählen Sie ein Bild im Format PNG, JPEG oder WebP",
  "This picture is damaged: it cannot be read to its end":
    "Dieses Bild ist beschädigt: Es lässt sich nicht bis zum Ende lesen",
  "said|Choose a picture of at most {width} × {height} pixels":
    "Wählen Sie ein Bild von höchstens {width} × {height} Pixeln",
  "Users come by invitation.": "Benutzer kommen auf Einladung.",
  "This session has ended already.": "Diese Sitzung ist bereits beendet.",
  "You act as somebody else in this browser already.":
    "In diesem Browser handeln Sie bereits als jemand anderes.",
  "The recipient is not an e-mail address.": "Der Empfänger ist keine E-Mail-Adresse.",
  "Binnacle is set up already. Sign in instead.":
    "Binnacle ist bereits eingerichtet. Melden Sie sich stattdessen an.",
  "E-mail or password is wrong.": "E-Mail oder Passwort ist falsch.",
  "Registration is closed: accounts are by invitation. Ask an administrator for one.":
    "Die Registrierung ist geschlossen: Konten gibt es auf Einladung. Bitten Sie einen Administrator darum.",
  "Addresses of this domain cannot register":
    "Adressen dieser Domain können sich nicht registrieren",
  "Too many passwords are being rated.": "Es werden gerade zu viele Passwörter bewertet.",
  "This password is easy to guess. Add more words.":
    "Dieses Passwort ist leicht zu erraten. Fügen Sie weitere Wörter hinzu.",
  "This is your current password": "Das ist Ihr aktuelles Passwort",
  "This link does not work any more: it was used, replaced or is too old. Ask for a new one.":
    "Dieser Link funktioniert nicht mehr: Er wurde benutzt, ersetzt oder ist zu alt. Fordern Sie einen neuen an.",
  "Your address is confirmed already.": "Ihre Adresse ist bereits bestätigt.",
  "This is your address already": "Das ist bereits Ihre Adresse",
  "This is not your current password": "Das ist nicht Ihr aktuelles Passwort",
  "Your password was changed meanwhile. Sign in again.":
    "Ihr Passwort wurde inzwischen geändert. Melden Sie sich erneut an.",
  "Your role does not allow this change.": "Ihre Rolle erlaubt diese Änderung nicht.",
  "Your role does not allow this.": "Ihre Rolle erlaubt dies nicht.",
  "Too many wrong passwords. Wait a while, then try again.":
    "Zu viele falsche Passwörter. Warten Sie eine Weile und versuchen Sie es dann erneut.",
  "This is one of the passwords that are tried first.":
    "Dies ist eines der Passwörter, die zuerst probiert werden.",
  "Use several words that have nothing to do with each other.":
    "Verwenden Sie mehrere Wörter, die nichts miteinander zu tun haben.",
  "Your name and address are easy to guess.": "Ihr Name und Ihre Adresse sind leicht zu erraten.",
};
