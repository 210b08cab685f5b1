export const entranceForms = {
  "The address may be mistyped, or what it named is gone.":
    "Die Adresse ist vielleicht falsch geschrieben, oder was sie benannte, gibt es nicht mehr.",
  "The link is incomplete. Open it once more from the mail.":
    "Der Link ist unvollständig. Öffnen Sie ihn noch einmal aus der E-Mail.",
  "Set up": "Einrichten",
  "Almost there": "Fast geschafft",
  "This Binnacle has no owner yet. Open the set-up link that the server printed when it started; a restart prints a new one.":
    "Dieses Binnacle hat noch keinen Inhaber. Öffnen Sie den Einrichtungslink, den der Server beim Start ausgegeben hat; ein Neustart gibt einen neuen aus.",
  "Create the owner, the account that can do everything.":
    "Legen Sie den Inhaber an, das Konto, das alles darf.",
  "The link was used already or has expired. Ask for another one.":
    "Der Link wurde bereits benutzt oder ist abgelaufen. Fordern Sie einen neuen an.",
  "Register once more": "Noch einmal registrieren",
  "The link was used, replaced by a newer one, or has expired.":
    "Der Link wurde benutzt, durch einen neueren ersetzt oder ist abgelaufen.",
  "Welcome, {name}": "Willkommen, {name}",
  "Choose a password to finish your account.":
    "Wählen Sie ein Passwort, um Ihr Konto fertigzustellen.",
  "The invitation was used, replaced by a newer one, or has expired. Ask for another one.":
    "Die Einladung wurde benutzt, durch eine neuere ersetzt oder ist abgelaufen. Bitten Sie um eine neue.",
  "Choose a password to accept your invitation.":
    "Wählen Sie ein Passwort, um Ihre Einladung anzunehmen.",
  "Forgot your password": "Passwort vergessen",
  "Change of address": "Änderung der Adresse",
  "Confirm the change": "Änderung bestätigen",
  "Confirm the change of address": "Änderung der Adresse bestätigen",
  "Confirm change": "Änderung bestätigen",
  "One press, and your account may move from this address to the new one.":
    "Ein Klick, und Ihr Konto darf von dieser Adresse zur neuen wechseln.",
  "One press, and your account may use this address.":
    "Ein Klick, und Ihr Konto darf diese Adresse verwenden.",
  "Thank you. The address changes once the link sent to your new address is confirmed.":
    "Vielen Dank. Die Adresse ändert sich, sobald der Link an Ihre neue Adresse bestätigt ist.",
  "Thank you. The address changes once the link sent to your present address is confirmed.":
    "Vielen Dank. Die Adresse ändert sich, sobald der Link an Ihre jetzige Adresse bestätigt ist.",
  "Address changed": "Adresse geändert",
  "One more to go": "Noch eine Bestätigung",
  "Go to your account": "Zu Ihrem Konto",
  "Your account uses the new address from now on, to sign in as well.":
    "Ihr Konto verwendet ab jetzt die neue Adresse, auch zum Anmelden.",
  "Finish your account": "Konto fertigstellen",
  "Your name": "Ihr Name",
  "Create account and sign in": "Konto erstellen und anmelden",
  "Check your mail": "Sehen Sie in Ihre E-Mails",
  "Back to sign-in": "Zurück zur Anmeldung",
  "If {email} belongs to an account, a link to choose a new password is on its way.":
    "Falls {email} zu einem Konto gehört, ist ein Link für ein neues Passwort unterwegs.",
  "Enter your address and we send you a link to choose a new one.":
    "Geben Sie Ihre Adresse ein, und wir senden Ihnen einen Link, mit dem Sie ein neues wählen.",
  "Ask for a new password": "Neues Passwort anfordern",
  "Send link": "Link senden",
  "Accept the invitation": "Einladung annehmen",
  "Accept and sign in": "Annehmen und anmelden",
  "At least {count} characters. A few unrelated words do well.":
    "Mindestens {count} Zeichen. Einige Wörter ohne Zusammenhang eignen sich gut.",
  "This link does not work": "Dieser Link funktioniert nicht",
  "Go to sign-in": "Zur Anmeldung",
  "Very weak": "Sehr schwach",
  Weak: "Schwach",
  Fair: "Mäßig",
  Good: "Gut",
  Strong: "Stark",
  "A mail to {email} says what to do next. It should be there in a minute.":
    "Eine E-Mail an {email} sagt, wie es weitergeht. Sie sollte in einer Minute da sein.",
  "Create an account": "Konto erstellen",
  "We send you a link to choose your password with.":
    "Wir senden Ihnen einen Link, mit dem Sie Ihr Passwort wählen.",
  "Sign in instead": "Stattdessen anmelden",
  "Accounts are by invitation": "Konten gibt es auf Einladung",
  "Registration is closed. Ask an administrator to invite you; the mail they send has a link that lets you in.":
    "Die Registrierung ist geschlossen. Bitten Sie einen Administrator um eine Einladung; die E-Mail enthält einen Link, mit dem Sie hineinkommen.",
  "You are signed out everywhere. Sign in with the new password.":
    "Sie sind überall abgemeldet. Melden Sie sich mit dem neuen Passwort an.",
  "Choose a new password": "Neues Passwort wählen",
  "Every session of your account ends when you save it.":
    "Beim Speichern enden alle Sitzungen Ihres Kontos.",
  "New password": "Neues Passwort",
  "Save password": "Passwort speichern",
  "Set up Binnacle": "Binnacle einrichten",
  "Create owner account": "Inhaberkonto erstellen",
  "Address confirmed": "Adresse bestätigt",
  "Go to Binnacle": "Zu Binnacle",
  "Thank you. Your e-mail address is confirmed.": "Vielen Dank. Ihre E-Mail-Adresse ist bestätigt.",
  "Confirm your address": "Adresse bestätigen",
  "Confirm address": "Adresse bestätigen",
  "One press, and we know that this address reaches you.":
    "Ein Klick, und wir wissen, dass diese Adresse Sie erreicht.",
};
