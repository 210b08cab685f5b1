import type { account as German } from "../de/account.ts";

export const account: Record<keyof typeof German, string> = {
  "Your sessions": "Vos sessions",
  "Where they are signed in.": "Où cet utilisateur est connecté.",
  "Where you are signed in.": "Où vous êtes connecté.",
  "Signed out there.": "Déconnecté de cet appareil.",
  "You are signed out on that device at once.": "Vous êtes aussitôt déconnecté de cet appareil.",
  "You see the account of {name}, and change nothing in it":
    "Vous voyez le compte de {name}, sans rien y changer",
  "Name, address, password and sessions are theirs alone. For yours, end the impersonation.":
    "Nom, adresse, mot de passe et sessions n’appartiennent qu’à cet utilisateur. Pour les vôtres, terminez l’emprunt d’identité.",
  Appearance: "Apparence",
  "Kept in this browser.": "Conservé dans ce navigateur.",
  "Change address": "Changer d’adresse",
  "Change your e-mail address": "Changer votre adresse e-mail",
  "A link is on its way to both addresses.": "Un lien est en route vers les deux adresses.",
  "Change e-mail address": "Changer l’adresse e-mail",
  "We write to your present and to your new address. The change is made when both have confirmed it.":
    "Nous écrivons à votre adresse actuelle et à la nouvelle. Le changement se fait quand les deux l’ont confirmé.",
  "New address": "Nouvelle adresse",
  "Send links": "Envoyer les liens",
  "Current password": "Mot de passe actuel",
  "Delete account": "Supprimer le compte",
  "For good. Nobody can bring it back.": "Définitivement. Personne ne peut le rétablir.",
  "Delete your account?": "Supprimer votre compte ?",
  "Your profile, your sessions on every device and the links mailed to you are deleted at once, for good. The audit log keeps what you did.":
    "Votre profil, vos sessions sur tous les appareils et les liens qui vous ont été envoyés sont supprimés aussitôt et définitivement. Le journal d’audit conserve ce que vous avez fait.",
  "A link is on its way to {email}.": "Un lien est en route vers {email}.",
  Confirmed: "Confirmée",
  "Not confirmed": "Non confirmée",
  "Link sent": "Lien envoyé",
  "Send confirmation link": "Envoyer le lien de confirmation",
  "Password changed. Your other sessions have ended.":
    "Mot de passe changé. Vos autres sessions sont terminées.",
  "Changing it ends your other sessions.": "Le changer met fin à vos autres sessions.",
  "Change password": "Changer le mot de passe",
  "Your address stays as it is.": "Votre adresse reste inchangée.",
  "Cancel change": "Annuler le changement",
  "Changes to <strong>{email}</strong> once the new address has confirmed it.":
    "Deviendra <strong>{email}</strong> dès que la nouvelle adresse l’aura confirmé.",
  "Changes to <strong>{email}</strong> once your present address has confirmed it.":
    "Deviendra <strong>{email}</strong> dès que votre adresse actuelle l’aura confirmé.",
  "Changes to <strong>{email}</strong> once both addresses have confirmed it.":
    "Deviendra <strong>{email}</strong> dès que les deux adresses l’auront confirmé.",
  "Profile saved.": "Profil enregistré.",
  "Save profile": "Enregistrer le profil",
  Picture: "Photo",
  "Changes to": "Deviendra",
};
