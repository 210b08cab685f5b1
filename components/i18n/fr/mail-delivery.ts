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
  "All held back addresses": "Toutes les adresses retenues",
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
  "They get no mail, because it bounced or somebody said so. Whoever reported spam still gets what the account needs.":
    "Elles ne reçoivent aucun e-mail, parce qu’il a été rejeté ou que quelqu’un l’a voulu ainsi. Qui a signalé du spam reçoit encore ce dont le compte a besoin.",
  "Still gets mail about the account": "Reçoit encore les e-mails liés au compte",
  "List of held back addresses": "Liste des adresses retenues",
  "Pages of held back addresses": "Pages des adresses retenues",
  "Search held back addresses": "Rechercher dans les adresses retenues",
  "Search by address": "Rechercher par adresse",
  "{count, plural, one {# address} other {# addresses}}":
    "{count, plural, one {# adresse} other {# adresses}}",
  "about {count, plural, one {# address} other {# addresses}}":
    "environ {count, plural, one {# adresse} other {# adresses}}",
  "{count, plural, one {# address} other {# addresses}} chosen":
    "{count, plural, one {# adresse choisie} other {# adresses choisies}}",
  "about {count, plural, one {# address} other {# addresses}} chosen":
    "environ {count, plural, one {# adresse choisie} other {# adresses choisies}}",
  "No address matches": "Aucune adresse ne correspond",
  "Try another address, or fewer filters.": "Essayez une autre adresse, ou moins de filtres.",
  "Any reason": "Toute raison",
  "The address does not want mail of this kind.": "L’adresse ne veut pas d’e-mails de ce type.",
  "The provider refused it.": "Le fournisseur l’a refusé.",
  "The provider has failed again and again, and is left alone for a while.":
    "Le fournisseur a échoué à plusieurs reprises ; il est laissé en paix un moment.",
  "The provider did not take it within a day.":
    "Le fournisseur ne l’a pas accepté en l’espace d’un jour.",
  "Its link expired before it could be sent.": "Son lien a expiré avant l’envoi.",
  "The job that was to send it has ended without doing so.":
    "La tâche qui devait l’envoyer s’est terminée sans le faire.",
  Links: "Liens",
  "Hidden: they work for whoever has them.":
    "Masqués : ils fonctionnent pour quiconque les possède.",
  "The link in this mail has expired. A new one is needed.":
    "Le lien de cet e-mail a expiré. Il en faut un nouveau.",
  "Marks mail as not sent whose job is gone":
    "Marque comme non envoyés les e-mails dont la tâche a disparu",
  "Removes expired one-time links from mail": "Retire des e-mails les liens à usage unique expirés",
  "Expired links removed from mail": "Liens expirés retirés des e-mails",
  "said|{count} mails could not be sent in the last 15 minutes.":
    "{count} e-mails n’ont pas pu être envoyés ces 15 dernières minutes.",
};
