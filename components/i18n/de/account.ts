export const account = {
  "Your sessions": "Ihre Sitzungen",
  "Where they are signed in.": "Wo dieser Benutzer angemeldet ist.",
  "Where you are signed in.": "Wo Sie angemeldet sind.",
  "Signed out there.": "Dort abgemeldet.",
  "You are signed out on that device at once.": "Sie werden auf diesem Gerät sofort abgemeldet.",
  "You see the account of {name}, and change nothing in it":
    "Sie sehen das Konto von {name} und ändern nichts daran",
  "Name, address, password and sessions are theirs alone. For yours, end the impersonation.":
    "Name, Adresse, Passwort und Sitzungen gehören nur diesem Benutzer. Für Ihre eigenen beenden Sie die Vertretung.",
  Appearance: "Darstellung",
  "Kept in this browser.": "Wird in diesem Browser gespeichert.",
  "Change address": "Adresse ändern",
  "Change your e-mail address": "E-Mail-Adresse ändern",
  "A link is on its way to both addresses.": "Ein Link ist an beide Adressen unterwegs.",
  "Change e-mail address": "E-Mail-Adresse ändern",
  "We write to your present and to your new address. The change is made when both have confirmed it.":
    "Wir schreiben an Ihre jetzige und an Ihre neue Adresse. Die Änderung gilt, sobald beide sie bestätigt haben.",
  "New address": "Neue Adresse",
  "Send links": "Links senden",
  "Current password": "Aktuelles Passwort",
  "Delete account": "Konto löschen",
  "For good. Nobody can bring it back.": "Endgültig. Niemand kann es zurückholen.",
  "Delete your account?": "Ihr Konto löschen?",
  "Your profile, your sessions on every device and the links mailed to you are deleted at once, for good. The audit log keeps what you did.":
    "Ihr Profil, Ihre Sitzungen auf allen Geräten und die Ihnen gesendeten Links werden sofort und endgültig gelöscht. Das Prüfprotokoll behält, was Sie getan haben.",
  "A link is on its way to {email}.": "Ein Link ist an {email} unterwegs.",
  Confirmed: "Bestätigt",
  "Not confirmed": "Nicht bestätigt",
  "Link sent": "Link gesendet",
  "Send confirmation link": "Bestätigungslink senden",
  "Password changed. Your other sessions have ended.":
    "Passwort geändert. Ihre anderen Sitzungen sind beendet.",
  "Changing it ends your other sessions.": "Eine Änderung beendet Ihre anderen Sitzungen.",
  "Change password": "Passwort ändern",
  "Your address stays as it is.": "Ihre Adresse bleibt, wie sie ist.",
  "Cancel change": "Änderung abbrechen",
  "Changes to <strong>{email}</strong> once the new address has confirmed it.":
    "Wird zu <strong>{email}</strong>, sobald die neue Adresse es bestätigt hat.",
  "Changes to <strong>{email}</strong> once your present address has confirmed it.":
    "Wird zu <strong>{email}</strong>, sobald Ihre jetzige Adresse es bestätigt hat.",
  "Changes to <strong>{email}</strong> once both addresses have confirmed it.":
    "Wird zu <strong>{email}</strong>, sobald beide Adressen es bestätigt haben.",
  "Profile saved.": "Profil gespeichert.",
  "Save profile": "Profil speichern",
  Picture: "Bild",
  "Changes to": "Wird zu",
};
