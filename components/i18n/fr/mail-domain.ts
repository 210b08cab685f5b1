import type { mailDomain as German } from "../de/mail-domain.ts";

export const mailDomain: Record<keyof typeof German, string> = {
  "Sending domain": "Domaine d’envoi",
  "Whether receivers can tell that your mail is yours.":
    "Si les destinataires peuvent reconnaître que vos e-mails viennent de vous.",
  "No sender is configured": "Aucun expéditeur configuré",
  "Mail stays here until MAIL_FROM and a provider are set.":
    "Les e-mails restent ici tant que MAIL_FROM et un fournisseur ne sont pas définis.",
  "What its name server says now. A change there can take hours to arrive.":
    "Ce que dit son serveur de noms maintenant. Un changement peut mettre des heures à arriver.",
  "Check again": "Vérifier à nouveau",
  "In order": "En ordre",
  "Could be better": "À améliorer",
  Wrong: "Incorrect",
  "Not known": "Inconnu",
  "Names who may send, and has the rest refused or marked.":
    "Indique qui peut envoyer, et fait refuser ou marquer le reste.",
  "No SPF record: receivers cannot tell who may send.":
    "Pas d’enregistrement SPF : les destinataires ne savent pas qui peut envoyer.",
  "More than one SPF record: receivers pass over them all.":
    "Plusieurs enregistrements SPF : les destinataires les ignorent tous.",
  "Leads to more than 10 lookups: receivers give up.":
    "Entraîne plus de 10 requêtes : les destinataires abandonnent.",
  "Lets everybody send.": "Laisse tout le monde envoyer.",
  "Says nothing of those who are not named. End it with ~all.":
    "Ne dit rien de ceux qui ne sont pas nommés. Terminez-le par ~all.",
  "A key is published.": "Une clé est publiée.",
  "No key: receivers cannot check signatures.":
    "Pas de clé : les destinataires ne peuvent pas vérifier les signatures.",
  "What is published is no key.": "Ce qui est publié n’est pas une clé.",
  "The key is empty, which means that it is revoked.": "La clé est vide, c’est-à-dire révoquée.",
  "The key has fewer than 2,048 bits; some receivers pass over it.":
    "La clé a moins de 2 048 bits ; certains destinataires l’ignorent.",
  "Marked as a test, so receivers may ignore it.":
    "Marquée comme test, les destinataires peuvent donc l’ignorer.",
  "Name the selector in the settings of mail.":
    "Indiquez le sélecteur dans les paramètres des e-mails.",
  "Has mail that only pretends to be yours held back.":
    "Fait retenir les e-mails qui prétendent seulement venir de vous.",
  "No DMARC record: large providers refuse mail without one.":
    "Pas d’enregistrement DMARC : les grands fournisseurs refusent les e-mails sans.",
  "More than one DMARC record: receivers pass over them all.":
    "Plusieurs enregistrements DMARC : les destinataires les ignorent tous.",
  "Names no policy.": "N’indique aucune politique.",
  "Only watches. Choose quarantine or reject once reports look right.":
    "Observe seulement. Choisissez quarantine ou reject quand les rapports sont bons.",
  "The name server does not answer.": "Le serveur de noms ne répond pas.",
  "Includes a name without an SPF record: receivers pass over the whole record.":
    "Inclut un nom sans enregistrement SPF : les destinataires ignorent tout l’enregistrement.",
};
