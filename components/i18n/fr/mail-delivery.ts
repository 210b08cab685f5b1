import type { mailDelivery as German } from "../de/mail-delivery.ts";

export const mailDelivery: Record<keyof typeof German, string> = {
  "Kept here": "Conservé ici",
  "Waiting to be sent": "En attente d’envoi",
  Delivered: "Distribué",
  Bounced: "Rejeté",
  "Reported as spam": "Signalé comme spam",
  "Not sent": "Non envoyé",
  "Held back": "Retenu",
  "Mail to it bounced": "Un e-mail a été rejeté",
  "Reported mail as spam": "A signalé un e-mail comme spam",
  "Added by hand": "Ajoutée à la main",
  Written: "Écrit",
  Problem: "Problème",
  "What became of it": "Ce qu’il est devenu",
  Delayed: "Retardé",
  "The mail is sent again.": "L’e-mail est renvoyé.",
  "Held back addresses": "Adresses retenues",
  "They get no mail, because it bounced, was reported as spam, or somebody said so.":
    "Elles ne reçoivent pas d’e-mail : rejet, signalement comme spam, ou décision.",
  Since: "Depuis",
  "No address is held back": "Aucune adresse retenue",
  "Addresses appear here when mail to them bounces or is reported as spam.":
    "Les adresses apparaissent ici quand un e-mail est rejeté ou signalé comme spam.",
  "Let {recipient} get mail again": "Réautoriser {recipient}",
  "{recipient} gets mail again.": "{recipient} reçoit de nouveau des e-mails.",
  "Let go": "Libérer",
  "Hold an address back": "Retenir une adresse",
  "Hold it back": "Retenir",
  "{recipient} gets no more mail.": "{recipient} ne reçoit plus d’e-mails.",
  "This address is not held back.": "Cette adresse n’est pas retenue.",
  "No provider is set up, so mail stays here.":
    "Aucun fournisseur n’est configuré : l’e-mail reste ici.",
  "This mail is still to be sent.": "Cet e-mail est encore à envoyer.",
  "The address gets no mail.": "L’adresse ne reçoit pas d’e-mail.",
  "Address held back from mail": "Adresse retenue",
  "Address gets mail again": "Adresse réautorisée",
  "Mail sent again": "E-mail renvoyé",
  "Address held back in the database": "Adresse retenue dans la base",
  "Held back address changed in the database": "Adresse retenue modifiée dans la base",
  "Held back address removed in the database": "Adresse retenue supprimée dans la base",
  Suppression: "Blocage",
  "Send mail again, hold addresses back": "Renvoyer des e-mails, retenir des adresses",
  "Sends mail": "Envoie des e-mails",
  "The provider does not answer; it is left alone for half a minute.":
    "Le fournisseur ne répond pas ; il est laissé tranquille une demi-minute.",
  "said|{count} mails have waited for more than 15 minutes.":
    "{count} e-mails attendent depuis plus de 15 minutes.",
  "Mail stays in the outbox; no provider is set up.":
    "Les e-mails restent dans la boîte d’envoi ; aucun fournisseur n’est configuré.",
  "Mail goes out.": "Les e-mails partent.",
  Provider: "Fournisseur",
};
