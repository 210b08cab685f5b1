import type { mailTemplates as German } from "../de/mail-templates.ts";

export const mailTemplates: Record<keyof typeof German, string> = {
  Welcome: "Bienvenue",
  Digest: "Récapitulatif",
  "Alerts on jobs": "Alertes sur les tâches",
  "Weekly digest": "Récapitulatif hebdomadaire",
  Templates: "Modèles",
  "Mail templates": "Modèles d’e-mail",
  "Every kind of mail, with made-up content, as its reader sees it.":
    "Chaque type d’e-mail, avec un contenu fictif, tel que son lecteur le voit.",
  "Can be given up": "Résiliable",
  Preview: "Aperçu",
  "Language of the mail": "Langue de l’e-mail",
  "How it is shown": "Affichage",
  "Send me a test": "M’envoyer un test",
  "The mail is on its way to {email}.": "L’e-mail est en route vers {email}.",
  "Your mail": "Vos e-mails",
  "The mail that it came with is too old.": "L’e-mail d’où il vient est trop ancien.",
  "This link does not work.": "Ce lien ne fonctionne pas.",
  "Get no more of this mail?": "Ne plus recevoir ces e-mails ?",
  "You get no more of it": "Vous n’en recevez plus",
  "{kind}, to {recipient}. Mail about your account comes either way.":
    "{kind}, à {recipient}. Les e-mails sur votre compte arrivent de toute façon.",
  "{kind} no longer goes to {recipient}.": "{kind} : n’est plus envoyé à {recipient}.",
  "Get no more": "Ne plus recevoir",
  "Get it again": "Recevoir à nouveau",
  "Mail to you": "E-mails pour vous",
  "Security mail comes always.": "Les e-mails de sécurité arrivent toujours.",
  "When a queue passes a threshold, and an alert names your address":
    "Quand une file dépasse un seuil et qu’une alerte indique votre adresse",
  "What happened, as far as you may see it; Mondays unless scheduled otherwise":
    "Ce qui s’est passé, autant que vous pouvez le voir ; le lundi, sauf autre planification",
  "Kept in this browser. The language also counts for mail to you.":
    "Conservé dans ce navigateur. La langue vaut aussi pour les e-mails qui vous sont adressés.",
  "Counts for mail that is written from now on.":
    "Vaut pour les e-mails écrits à partir de maintenant.",
  "Language of mail": "Langue des e-mails",
  "For people whose own is not known": "Pour ceux dont la langue n’est pas connue",
  Footer: "Pied de page",
  "Below every mail: company, address, what the law wants there":
    "Sous chaque e-mail : société, adresse, mentions légales",
  "DKIM selectors": "Sélecteurs DKIM",
  "Where the check of the sending domain looks for keys":
    "Où la vérification du domaine d’envoi cherche les clés",
  "Expected a selector such as resend": "Un sélecteur tel que resend est attendu",
  "Control characters are not allowed": "Les caractères de contrôle ne sont pas autorisés",
  "Test mail sent": "E-mail de test envoyé",
  "Choice of mail changed": "Choix des e-mails modifié",
  "Language of mail changed": "Langue des e-mails modifiée",
  "Mails the digest to those who want it": "Envoie le récapitulatif à ceux qui le veulent",
  "Send List-Unsubscribe=One-Click.": "Envoyez List-Unsubscribe=One-Click.",
  "Send the body as a form.": "Envoyez le corps sous forme de formulaire.",
  "The form cannot be read.": "Le formulaire est illisible.",
  "The mail is in the list. No provider is set up, so it goes no further.":
    "L’e-mail est dans la liste. Aucun fournisseur n’est configuré, il ne va pas plus loin.",
  "The mail is held back: {email} gets no mail.":
    "L’e-mail est retenu : {email} ne reçoit aucun e-mail.",
  "The mail is held back: you do not want mail of this kind.":
    "L’e-mail est retenu : vous ne voulez pas d’e-mails de ce type.",
};
