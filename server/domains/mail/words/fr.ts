import type { de } from "./de.ts";

export const fr: Record<keyof typeof de, string> = {
  "Hello {name},": "Bonjour {name},",
  "Hello,": "Bonjour,",
  "The link works once, until {until}.": "Le lien fonctionne une fois, jusqu’au {until}.",
  "If the button does not work, copy this address into your browser:":
    "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
  When: "Quand",
  From: "Depuis",
  Device: "Appareil",
  "Unknown device": "Appareil inconnu",
  "{program} on {os}": "{program} sous {os}",
  "New address": "Nouvelle adresse",
  "If it was not you, tell an administrator at once.":
    "Si ce n’était pas vous, prévenez aussitôt un administrateur.",
  "If you have no account with us, ignore this.":
    "Si vous n’avez pas de compte chez nous, ignorez ce message.",
  "{inviter} invites you to Binnacle": "{inviter} vous invite sur Binnacle",
  "{inviter} has made an account for you. Choose a password, and you are in.":
    "{inviter} a créé un compte pour vous. Choisissez un mot de passe, et vous y êtes.",
  "Accept the invitation": "Accepter l’invitation",
  "If you did not expect this, ignore it: nothing happens without the link.":
    "Si vous n’attendiez pas ce message, ignorez-le : sans le lien, rien ne se passe.",
  "Welcome to Binnacle": "Bienvenue sur Binnacle",
  "Your account is ready. You sign in with this address.":
    "Votre compte est prêt. Vous vous connectez avec cette adresse.",
  "On the account page you choose your language, your password and which mail you get, and see where you are signed in.":
    "Sur la page du compte, vous choisissez votre langue, votre mot de passe et les e-mails que vous recevez, et voyez où vous êtes connecté.",
  "Open Binnacle": "Ouvrir Binnacle",
  "Look at your account": "Voir votre compte",
  "If you did not make this account, tell an administrator.":
    "Si vous n’avez pas créé ce compte, prévenez un administrateur.",
  "Finish your Binnacle account": "Terminez votre compte Binnacle",
  "Somebody, most likely you, asked for an account with this address. Choose a password, and it is yours.":
    "Quelqu’un, sans doute vous, a demandé un compte avec cette adresse. Choisissez un mot de passe, et il est à vous.",
  "Finish your account": "Terminer votre compte",
  "If it was not you, ignore this: there is no account without the link.":
    "Si ce n’était pas vous, ignorez ce message : sans le lien, il n’y a pas de compte.",
  "You have a Binnacle account already": "Vous avez déjà un compte Binnacle",
  "Somebody, most likely you, asked for an account with this address.":
    "Quelqu’un, sans doute vous, a demandé un compte avec cette adresse.",
  "One waits for you: open the link in your invitation, or ask an administrator for a new one.":
    "Un compte vous attend : ouvrez le lien de votre invitation, ou demandez-en une nouvelle à un administrateur.",
  "It has one already, so you can simply sign in.":
    "Elle en a déjà un, il vous suffit donc de vous connecter.",
  "Sign in": "Se connecter",
  "Choose a new password": "Choisir un nouveau mot de passe",
  "If it was not you, ignore this: nothing has changed.":
    "Si ce n’était pas vous, ignorez ce message : rien n’a changé.",
  "Confirm your e-mail address": "Confirmez votre adresse e-mail",
  "Please confirm that this address is yours.":
    "Veuillez confirmer que cette adresse est la vôtre.",
  "Confirm this address": "Confirmer cette adresse",
  "Confirm the change of your e-mail address": "Confirmez le changement de votre adresse e-mail",
  "Somebody, most likely you, asked to change the e-mail address of your account. It changes when both addresses have confirmed it.":
    "Quelqu’un, sans doute vous, a demandé de changer l’adresse e-mail de votre compte. Elle change quand les deux adresses l’ont confirmé.",
  "Confirm the change": "Confirmer le changement",
  "If it was not you, do not confirm it, and change your password.":
    "Si ce n’était pas vous, ne confirmez pas, et changez votre mot de passe.",
  "Confirm your new e-mail address": "Confirmez votre nouvelle adresse e-mail",
  "Please confirm that your account is to use this address. We have written to the address before it too: both have to confirm.":
    "Veuillez confirmer que votre compte doit utiliser cette adresse. Nous avons aussi écrit à l’ancienne : les deux doivent confirmer.",
  "Your e-mail address was changed": "Votre adresse e-mail a été changée",
  "Your account has another e-mail address now. This one is no longer used.":
    "Votre compte a maintenant une autre adresse e-mail. Celle-ci n’est plus utilisée.",
  "Somebody, most likely you, asked for a new password for your account.":
    "Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte.",
  "Saving the new password ends all your sessions.":
    "Enregistrer le nouveau mot de passe met fin à toutes vos sessions.",
  "If it was not you, ignore this: your password stays as it is.":
    "Si ce n’était pas vous, ignorez ce message : votre mot de passe reste tel quel.",
  "Your password was changed": "Votre mot de passe a été changé",
  "The password of your account was changed, and your other sessions have ended.":
    "Le mot de passe de votre compte a été changé, et vos autres sessions ont pris fin.",
  "It was not me": "Ce n’était pas moi",
  "If it was you, there is nothing to do.": "Si c’était vous, il n’y a rien à faire.",
  "Your Binnacle account was deleted": "Votre compte Binnacle a été supprimé",
  "Your account is gone for good, with its password, its sessions and the links mailed to you. The audit log keeps what you did.":
    "Votre compte est supprimé définitivement, avec son mot de passe, ses sessions et les liens qui vous ont été envoyés. Le journal d’audit garde ce que vous avez fait.",
  "If it was not you, tell an administrator at once: somebody knows your password. Change it wherever else you use it.":
    "Si ce n’était pas vous, prévenez aussitôt un administrateur : quelqu’un connaît votre mot de passe. Changez-le partout où vous l’utilisez.",
  "New sign-in to your account": "Nouvelle connexion à votre compte",
  "Your account was used on a device that we have not seen before.":
    "Votre compte a été utilisé sur un appareil que nous n’avions jamais vu.",
  "Look at your sessions": "Voir vos sessions",
  "If it was not you, end that session and change your password.":
    "Si ce n’était pas vous, mettez fin à cette session et changez votre mot de passe.",
  "{queue} is within its threshold again": "{queue} est revenue sous son seuil",
  "{queue} has passed its threshold": "{queue} a dépassé son seuil",
  "A queue that had passed its threshold is within it again.":
    "Une file qui avait dépassé son seuil est revenue en dessous.",
  "A queue has passed the threshold of an alert.": "Une file a dépassé le seuil d’une alerte.",
  Queue: "File",
  Threshold: "Seuil",
  "Jobs waiting": "Tâches en attente",
  "Seconds that the oldest job has waited": "Secondes d’attente de la plus ancienne tâche",
  "Percent of attempts that failed in 15 minutes": "Pourcentage d’essais échoués en 15 minutes",
  "Look at the queues": "Voir les files",
  "You get this because an alert in Binnacle names your address.":
    "Vous recevez ceci parce qu’une alerte de Binnacle indique votre adresse.",
  "Binnacle from {since} to {until}": "Binnacle du {since} au {until}",
  "What happened since the last digest.": "Ce qui s’est passé depuis le dernier récapitulatif.",
  "Nothing failed.": "Rien n’a échoué.",
  "New users": "Nouveaux utilisateurs",
  "Sign-ins": "Connexions",
  "Jobs completed": "Tâches terminées",
  "Failed attempts at jobs": "Essais de tâches échoués",
  "New kinds of errors": "Nouveaux types d’erreurs",
  "Mails not delivered": "E-mails non remis",
  "You get this because you asked for it on your account page.":
    "Vous recevez ceci parce que vous l’avez demandé sur la page de votre compte.",
  "Get no more mail of this kind": "Ne plus recevoir ce type d’e-mails",
};
