export const de = {
  "Hello {name},": "Guten Tag {name},",
  "Hello,": "Guten Tag,",
  "The link works once, until {until}.": "Der Link gilt einmal, bis {until}.",
  "If the button does not work, copy this address into your browser:":
    "Falls der Knopf nicht geht, kopieren Sie diese Adresse in Ihren Browser:",
  When: "Wann",
  From: "Von",
  Device: "Gerät",
  "Unknown device": "Unbekanntes Gerät",
  "{program} on {os}": "{program} unter {os}",
  "New address": "Neue Adresse",
  "If it was not you, tell an administrator at once.":
    "Wenn Sie das nicht waren, sagen Sie es sofort einem Administrator.",
  "If you have no account with us, ignore this.":
    "Wenn Sie kein Konto bei uns haben, ignorieren Sie dies.",
  "{inviter} invites you to Binnacle": "{inviter} lädt Sie zu Binnacle ein",
  "{inviter} has made an account for you. Choose a password, and you are in.":
    "{inviter} hat ein Konto für Sie angelegt. Wählen Sie ein Passwort, und Sie sind dabei.",
  "Accept the invitation": "Einladung annehmen",
  "If you did not expect this, ignore it: nothing happens without the link.":
    "Wenn Sie das nicht erwartet haben, ignorieren Sie es: Ohne den Link geschieht nichts.",
  "Welcome to Binnacle": "Willkommen bei Binnacle",
  "Your account is ready. You sign in with this address.":
    "Ihr Konto ist bereit. Sie melden sich mit dieser Adresse an.",
  "On the account page you choose your language, your password and which mail you get, and see where you are signed in.":
    "Auf der Kontoseite wählen Sie Sprache, Passwort und welche Mails Sie bekommen, und sehen, wo Sie angemeldet sind.",
  "Open Binnacle": "Binnacle öffnen",
  "Look at your account": "Ihr Konto ansehen",
  "If you did not make this account, tell an administrator.":
    "Wenn Sie dieses Konto nicht angelegt haben, sagen Sie es einem Administrator.",
  "Finish your Binnacle account": "Ihr Binnacle-Konto fertigstellen",
  "Somebody, most likely you, asked for an account with this address. Choose a password, and it is yours.":
    "Jemand, vermutlich Sie, hat ein Konto mit dieser Adresse angefragt. Wählen Sie ein Passwort, und es gehört Ihnen.",
  "Finish your account": "Konto fertigstellen",
  "If it was not you, ignore this: there is no account without the link.":
    "Wenn Sie das nicht waren, ignorieren Sie dies: Ohne den Link gibt es kein Konto.",
  "You have a Binnacle account already": "Sie haben schon ein Binnacle-Konto",
  "Somebody, most likely you, asked for an account with this address.":
    "Jemand, vermutlich Sie, hat ein Konto mit dieser Adresse angefragt.",
  "One waits for you: open the link in your invitation, or ask an administrator for a new one.":
    "Eines wartet auf Sie: Öffnen Sie den Link in Ihrer Einladung, oder bitten Sie einen Administrator um eine neue.",
  "It has one already, so you can simply sign in.":
    "Sie hat schon eines, Sie können sich also einfach anmelden.",
  "Sign in": "Anmelden",
  "Choose a new password": "Neues Passwort wählen",
  "If it was not you, ignore this: nothing has changed.":
    "Wenn Sie das nicht waren, ignorieren Sie dies: Es hat sich nichts geändert.",
  "Confirm your e-mail address": "Bestätigen Sie Ihre E-Mail-Adresse",
  "Please confirm that this address is yours.":
    "Bitte bestätigen Sie, dass diese Adresse Ihnen gehört.",
  "Confirm this address": "Diese Adresse bestätigen",
  "Confirm the change of your e-mail address": "Bestätigen Sie die Änderung Ihrer E-Mail-Adresse",
  "Somebody, most likely you, asked to change the e-mail address of your account. It changes when both addresses have confirmed it.":
    "Jemand, vermutlich Sie, möchte die E-Mail-Adresse Ihres Kontos ändern. Sie ändert sich, sobald beide Adressen es bestätigt haben.",
  "Confirm the change": "Änderung bestätigen",
  "If it was not you, do not confirm it, and change your password.":
    "Wenn Sie das nicht waren, bestätigen Sie es nicht, und ändern Sie Ihr Passwort.",
  "Confirm your new e-mail address": "Bestätigen Sie Ihre neue E-Mail-Adresse",
  "Please confirm that your account is to use this address. We have written to the address before it too: both have to confirm.":
    "Bitte bestätigen Sie, dass Ihr Konto diese Adresse nutzen soll. Wir haben auch an die bisherige geschrieben: Beide müssen bestätigen.",
  "Your e-mail address was changed": "Ihre E-Mail-Adresse wurde geändert",
  "Your account has another e-mail address now. This one is no longer used.":
    "Ihr Konto hat jetzt eine andere E-Mail-Adresse. Diese wird nicht mehr benutzt.",
  "Somebody, most likely you, asked for a new password for your account.":
    "Jemand, vermutlich Sie, möchte ein neues Passwort für Ihr Konto.",
  "Saving the new password ends all your sessions.":
    "Mit dem neuen Passwort enden alle Ihre Sitzungen.",
  "If it was not you, ignore this: your password stays as it is.":
    "Wenn Sie das nicht waren, ignorieren Sie dies: Ihr Passwort bleibt, wie es ist.",
  "Your password was changed": "Ihr Passwort wurde geändert",
  "The password of your account was changed, and your other sessions have ended.":
    "Das Passwort Ihres Kontos wurde geändert, und Ihre anderen Sitzungen wurden beendet.",
  "It was not me": "Das war ich nicht",
  "If it was you, there is nothing to do.": "Wenn Sie das waren, ist nichts zu tun.",
  "Your Binnacle account was deleted": "Ihr Binnacle-Konto wurde gelöscht",
  "Your account is gone for good, with its password, its sessions and the links mailed to you. The audit log keeps what you did.":
    "Ihr Konto ist endgültig gelöscht, mit Passwort, Sitzungen und den Ihnen gesendeten Links. Das Prüfprotokoll behält, was Sie getan haben.",
  "If it was not you, tell an administrator at once: somebody knows your password. Change it wherever else you use it.":
    "Wenn Sie das nicht waren, sagen Sie es sofort einem Administrator: Jemand kennt Ihr Passwort. Ändern Sie es überall, wo Sie es sonst benutzen.",
  "New sign-in to your account": "Neue Anmeldung bei Ihrem Konto",
  "Your account was used on a device that we have not seen before.":
    "Ihr Konto wurde auf einem Gerät benutzt, das wir noch nicht kennen.",
  "Look at your sessions": "Ihre Sitzungen ansehen",
  "If it was not you, end that session and change your password.":
    "Wenn Sie das nicht waren, beenden Sie diese Sitzung und ändern Sie Ihr Passwort.",
  "{queue} is within its threshold again": "{queue} hält seinen Schwellenwert wieder ein",
  "{queue} has passed its threshold": "{queue} hat seinen Schwellenwert überschritten",
  "A queue that had passed its threshold is within it again.":
    "Eine Warteschlange, die ihren Schwellenwert überschritten hatte, hält ihn wieder ein.",
  "A queue has passed the threshold of an alert.":
    "Eine Warteschlange hat den Schwellenwert einer Warnung überschritten.",
  Queue: "Warteschlange",
  Threshold: "Schwellenwert",
  "Jobs waiting": "Wartende Jobs",
  "Seconds that the oldest job has waited": "Sekunden, die der älteste Job gewartet hat",
  "Percent of attempts that failed in 15 minutes":
    "Prozent der Versuche, die in 15 Minuten fehlschlugen",
  "Look at the queues": "Warteschlangen ansehen",
  "You get this because an alert in Binnacle names your address.":
    "Sie bekommen dies, weil eine Warnung in Binnacle Ihre Adresse nennt.",
  "Binnacle from {since} to {until}": "Binnacle vom {since} bis {until}",
  "What happened since the last digest.": "Was seit der letzten Übersicht geschehen ist.",
  "Nothing failed.": "Nichts ist fehlgeschlagen.",
  "New users": "Neue Benutzer",
  "Sign-ins": "Anmeldungen",
  "Jobs completed": "Abgeschlossene Jobs",
  "Failed attempts at jobs": "Fehlgeschlagene Versuche",
  "New kinds of errors": "Neue Arten von Fehlern",
  "Mails not delivered": "Nicht zugestellte Mails",
  "You get this because you asked for it on your account page.":
    "Sie bekommen dies, weil Sie es auf Ihrer Kontoseite gewünscht haben.",
  "Get no more mail of this kind": "Keine Mails dieser Art mehr bekommen",
};
