import type { entranceForms as German } from "../de/entrance-forms.ts";

export const entranceForms: Record<keyof typeof German, string> = {
  "The address may be mistyped, or what it named is gone.":
    "L’adresse est peut-être mal saisie, ou ce qu’elle désignait n’existe plus.",
  "The link is incomplete. Open it once more from the mail.":
    "Le lien est incomplet. Ouvrez-le à nouveau depuis l’e-mail.",
  "Set up": "Configuration",
  "Almost there": "Vous y êtes presque",
  "This Binnacle has no owner yet. Open the set-up link that the server printed when it started; a restart prints a new one.":
    "Ce Binnacle n’a pas encore de propriétaire. Ouvrez le lien de configuration que le serveur a affiché au démarrage ; un redémarrage en affiche un nouveau.",
  "Create the owner, the account that can do everything.":
    "Créez le propriétaire, le compte qui peut tout faire.",
  "The link was used already or has expired. Ask for another one.":
    "Le lien a déjà été utilisé ou a expiré. Demandez-en un autre.",
  "Register once more": "S’inscrire à nouveau",
  "The link was used, replaced by a newer one, or has expired.":
    "Le lien a été utilisé, remplacé par un plus récent, ou a expiré.",
  "Welcome, {name}": "Bienvenue, {name}",
  "Choose a password to finish your account.":
    "Choisissez un mot de passe pour terminer la création de votre compte.",
  "The invitation was used, replaced by a newer one, or has expired. Ask for another one.":
    "L’invitation a été utilisée, remplacée par une plus récente, ou a expiré. Demandez-en une autre.",
  "Choose a password to accept your invitation.":
    "Choisissez un mot de passe pour accepter votre invitation.",
  "Forgot your password": "Mot de passe oublié",
  "Change of address": "Changement d’adresse",
  "Confirm the change": "Confirmer le changement",
  "Confirm the change of address": "Confirmer le changement d’adresse",
  "Confirm change": "Confirmer le changement",
  "One press, and your account may move from this address to the new one.":
    "Un clic, et votre compte pourra passer de cette adresse à la nouvelle.",
  "One press, and your account may use this address.":
    "Un clic, et votre compte pourra utiliser cette adresse.",
  "Thank you. The address changes once the link sent to your new address is confirmed.":
    "Merci. L’adresse changera dès que le lien envoyé à votre nouvelle adresse sera confirmé.",
  "Thank you. The address changes once the link sent to your present address is confirmed.":
    "Merci. L’adresse changera dès que le lien envoyé à votre adresse actuelle sera confirmé.",
  "Address changed": "Adresse changée",
  "One more to go": "Encore une confirmation",
  "Go to your account": "Aller à votre compte",
  "Your account uses the new address from now on, to sign in as well.":
    "Votre compte utilise désormais la nouvelle adresse, y compris pour se connecter.",
  "Finish your account": "Terminer votre compte",
  "Your name": "Votre nom",
  "Create account and sign in": "Créer le compte et se connecter",
  "Check your mail": "Consultez vos e-mails",
  "Back to sign-in": "Retour à la connexion",
  "If {email} belongs to an account, a link to choose a new password is on its way.":
    "Si {email} appartient à un compte, un lien pour choisir un nouveau mot de passe est en route.",
  "Enter your address and we send you a link to choose a new one.":
    "Saisissez votre adresse et nous vous enverrons un lien pour en choisir un nouveau.",
  "Ask for a new password": "Demander un nouveau mot de passe",
  "Send link": "Envoyer le lien",
  "Accept the invitation": "Accepter l’invitation",
  "Accept and sign in": "Accepter et se connecter",
  "At least {count} characters. A few unrelated words do well.":
    "Au moins {count} caractères. Quelques mots sans rapport conviennent bien.",
  "This link does not work": "Ce lien ne fonctionne pas",
  "Go to sign-in": "Aller à la connexion",
  "Very weak": "Très faible",
  Weak: "Faible",
  Fair: "Moyen",
  Good: "Bon",
  Strong: "Fort",
  "A mail to {email} says what to do next. It should be there in a minute.":
    "Un e-mail à {email} indique la suite. Il devrait arriver dans une minute.",
  "Create an account": "Créer un compte",
  "We send you a link to choose your password with.":
    "Nous vous envoyons un lien pour choisir votre mot de passe.",
  "Sign in instead": "Se connecter plutôt",
  "Accounts are by invitation": "Les comptes sont sur invitation",
  "Registration is closed. Ask an administrator to invite you; the mail they send has a link that lets you in.":
    "L’inscription est fermée. Demandez à un administrateur de vous inviter ; son e-mail contient un lien qui vous donne accès.",
  "You are signed out everywhere. Sign in with the new password.":
    "Vous êtes déconnecté partout. Connectez-vous avec le nouveau mot de passe.",
  "Choose a new password": "Choisir un nouveau mot de passe",
  "Every session of your account ends when you save it.":
    "Toutes les sessions de votre compte se terminent à l’enregistrement.",
  "New password": "Nouveau mot de passe",
  "Save password": "Enregistrer le mot de passe",
  "Set up Binnacle": "Configurer Binnacle",
  "Create owner account": "Créer le compte propriétaire",
  "Address confirmed": "Adresse confirmée",
  "Go to Binnacle": "Aller à Binnacle",
  "Thank you. Your e-mail address is confirmed.": "Merci. Votre adresse e-mail est confirmée.",
  "Confirm your address": "Confirmer votre adresse",
  "Confirm address": "Confirmer l’adresse",
  "One press, and we know that this address reaches you.":
    "Un clic, et nous saurons que cette adresse vous parvient.",
};
