import type { usersNew as German } from "../de/users-new.ts";

export const usersNew: Record<keyof typeof German, string> = {
  "Invite user": "Inviter un utilisateur",
  "More ways to add users": "Autres façons d’ajouter des utilisateurs",
  "Add without telling them": "Ajouter sans prévenir",
  "Invite many": "Inviter plusieurs personnes",
  "Invite many users": "Inviter plusieurs utilisateurs",
  People: "Personnes",
  "One a line: an address, {named}, or address, name, department.":
    "Une par ligne : une adresse, {named}, ou adresse, nom, service.",
  address: "adresse",
  "{count, plural, one {# person} other {# people}}":
    "{count, plural, one {# personne} other {# personnes}}",
  "Of those whose line names none.": "Pour ceux dont la ligne n’en indique pas.",
  "Check the list": "Vérifier la liste",
  "{count, plural, one {# invitation is on its way.} other {# invitations are on their way.}}":
    "{count, plural, one {# invitation est en route.} other {# invitations sont en route.}}",
  "Lines that were left out": "Lignes laissées de côté",
  "Copy these lines": "Copier ces lignes",
  Done: "Terminé",
  "Every line can be invited.": "Chaque ligne peut être invitée.",
  "{count, plural, one {# line} other {# lines}} will be left out. Go back to change them.":
    "{count, plural, one {# ligne sera laissée} other {# lignes seront laissées}} de côté. Revenez en arrière pour les modifier.",
  "What would become of each line": "Ce que deviendrait chaque ligne",
  "Will be invited": "Sera invité",
  Back: "Retour",
  "Send {count, plural, one {# invitation} other {# invitations}}":
    "Envoyer {count, plural, one {# invitation} other {# invitations}}",
  "Invite a user": "Inviter un utilisateur",
  "Add a user without telling them": "Ajouter un utilisateur sans le prévenir",
  "Name at least one person": "Indiquez au moins une personne",
  "None of the lines can be invited": "Aucune des lignes ne peut être invitée",
  "said|At most {count} people are invited in one go":
    "Au plus {count} personnes sont invitées en une fois",
  "said|Line {number} has this address": "La ligne {number} a cette adresse",
  Line: "Ligne",
  Person: "Personne",
  State: "État",
  "They receive a link to choose a password.":
    "La personne reçoit un lien pour choisir un mot de passe.",
  "Send invitation": "Envoyer l’invitation",
  "{name} is invited: the mail is on its way to {email}.":
    "{name} est invité(e) : l’e-mail est en route vers {email}.",
  "Add a user": "Ajouter un utilisateur",
  "They receive no mail until you send the invitation from their page.":
    "Aucun e-mail ne part tant que vous n’envoyez pas l’invitation depuis sa page.",
  "Add user": "Ajouter",
  "{name} is added. Nobody has told them yet.":
    "{name} est ajouté(e), sans avoir encore été prévenu(e).",
  "Here by this name already:": "Déjà présent sous ce nom :",
  "and {count} more": "et {count} de plus",
};
