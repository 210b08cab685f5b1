import type { sentences as German } from "../de/sentences.ts";

export const sentences: Record<keyof typeof German, string> = {
  "said|{count} problem found. The audit page names them.":
    "{count, plural, one {# problème trouvé} other {# problèmes trouvés}}. La page du journal d’audit les nomme.",
  "said|{count} problems found. The audit page names them.":
    "{count, plural, one {# problème trouvé} other {# problèmes trouvés}}. La page du journal d’audit les nomme.",
  "said|More than {count} problems found. The audit page names them.":
    "Plus de {count, number} problèmes trouvés. La page du journal d’audit les nomme.",
  "said|The audit log was not verified for {count} days":
    "Le journal d’audit n’a pas été vérifié depuis {count, plural, one {# jour} other {# jours}}",
  "said|{name} is locked out": "Le compte de {name} est verrouillé",
  "said|Too many wrong passwords. Opens by itself in {count} min.":
    "Trop de mots de passe erronés. Se rouvre tout seul dans {count} min.",
  "said|{count} invitation expires within a day":
    "{count, plural, one {# invitation expire} other {# invitations expirent}} d’ici un jour",
  "said|{count} invitations expire within a day":
    "{count, plural, one {# invitation expire} other {# invitations expirent}} d’ici un jour",
  "said|More than {count} invitations expire within a day":
    "Plus de {count, number} invitations expirent d’ici un jour",
  "said|{count} invitation has expired":
    "{count, plural, one {# invitation a expiré} other {# invitations ont expiré}}",
  "said|{count} invitations have expired":
    "{count, plural, one {# invitation a expiré} other {# invitations ont expiré}}",
  "said|More than {count} invitations have expired":
    "Plus de {count, number} invitations ont expiré",
  "said|Ask for the link to {email} on your account page.":
    "Demandez le lien pour {email} sur la page de votre compte.",
  "said|{count} of {total} not used; the primary answers instead.":
    "{count} sur {total} inutilisés ; la base principale répond à leur place.",
  "said|{count} of {total} not used; the primary answers instead":
    "{count} sur {total} inutilisés ; la base principale répond à leur place",
  "said|Replica {number}": "Réplica {number}",
  "said|{seconds} s behind at most": "{seconds} s de retard au plus",
  "said|{count} not applied yet.":
    "{count, plural, one {# pas encore appliquée} other {# pas encore appliquées}}.",
  "said|{count} not applied yet":
    "{count, plural, one {# pas encore appliquée} other {# pas encore appliquées}}",
  "said|{count} workers run.":
    "{count, plural, one {# worker fonctionne} other {# workers fonctionnent}}.",
  "said|{host}, process {pid}": "{host}, processus {pid}",
  "said|{used} of {total}": "{used} sur {total}",
  "said|It is {count} that would go now": "Ce serait maintenant {count, number}",
  "said|{name} is suspended already.": "{name} est déjà suspendu(e).",
  "said|{name} is not suspended.": "{name} n’est pas suspendu(e).",
  "said|Choose a time within the next {count} years":
    "Choisissez une date dans les {count} prochaines années",
  "said|You cannot give the role {saidRole}: it allows more than you may do.":
    "Vous ne pouvez pas donner le rôle {saidRole} : il permet plus que ce qui vous est permis.",
  "said|{name} has already accepted an invitation.": "{name} a déjà accepté une invitation.",
  "said|At most {count} rows are changed at once; narrow the filter.":
    "Au plus {count, number} lignes sont modifiées à la fois ; affinez le filtre.",
  "said|{name} is not in the trash.": "{name} n’est pas dans la corbeille.",
  "said|{name} is in the trash.": "{name} est dans la corbeille.",
  "said|There is no role {role}": "Il n’y a pas de rôle {role}",
  "said|{name} is not active: nobody can act in their name.":
    "{name} n’a pas de compte actif : personne ne peut agir en son nom.",
  "said|You are acting as {name}, and this is done only as oneself. End the impersonation first.":
    "Vous agissez en tant que {name}, et cela ne se fait qu’en son propre nom. Terminez d’abord l’emprunt d’identité.",
  "said|Use an address at {domains}": "Utilisez une adresse chez {domains}",
  "said|At most {count} invitations go out in an hour. Try again in {minutes} min.":
    "Au plus {count, number} invitations partent en une heure. Réessayez dans {minutes} min.",
  "said|Too many attempts. Try again in {minutes} min.":
    "Trop de tentatives. Réessayez dans {minutes} min.",
  "said|Nobody has the address {email}.": "Personne n’a l’adresse {email}.",
  "said|{email} has not accepted the invitation yet.":
    "{email} n’a pas encore accepté l’invitation.",
  "said|Use at least {count} characters": "Utilisez au moins {count} caractères",
  "said|{program} on {system}": "{program} sur {system}",
  "said|You have {count} views already. Delete one first.":
    "Vous avez déjà {count} vues. Supprimez-en une d’abord.",
  "said|{path} has changed again since": "{path} a encore changé depuis",
  "said|Changed again since: {paths}. Take back the later edit first.":
    "Modifié à nouveau depuis : {paths}. Annulez d’abord la modification ultérieure.",
  "said|Use at most {count} conditions": "Utilisez au plus {count} conditions",
  "said|Nest groups at most {count} deep": "Imbriquez les groupes sur {count} niveaux au plus",
  "said|Somebody else changed {what} meanwhile. Look at their changes, then try again.":
    "Quelqu’un d’autre a modifié {what} entre-temps. Consultez ses modifications, puis réessayez.",
  "1 user holds this role. Give them another one first.":
    "1 utilisateur a ce rôle. Donnez-lui d’abord un autre rôle.",
  "said|{count} users hold this role. Give them another one first.":
    "{count, number} utilisateurs ont ce rôle. Donnez-leur d’abord un autre rôle.",
  "1 user holds this role (1 in the trash). Give them another one or purge them first.":
    "1 utilisateur a ce rôle (1 dans la corbeille). Donnez-lui d’abord un autre rôle ou supprimez-le définitivement.",
  "said|{count} users hold this role ({trashed} in the trash). Give them another one or purge them first.":
    "{count, number} utilisateurs ont ce rôle ({trashed, number} dans la corbeille). Donnez-leur d’abord un autre rôle ou supprimez-les définitivement.",
  "said|This address answers {methods}.": "Cette adresse répond à {methods}.",
  "said|{procedure} answers {method}.": "{procedure} répond à {method}.",
  "said|{procedure} takes no Idempotency-Key: {reason}.":
    "{procedure} n’accepte pas d’Idempotency-Key : {reason}.",
  "said|A batch holds at most {count} calls.": "Un lot contient au plus {count} appels.",
  "said|The body is larger than {bytes} bytes.": "Le contenu dépasse {bytes, number} octets.",
  "said|Too many requests. Try again in {seconds} s.":
    "Trop de requêtes. Réessayez dans {seconds} s.",
  "said|Nothing is removed from an audit log that does not verify: {count} problem(s), see npm run cli -- verify-audit":
    "Rien n’est supprimé d’un journal d’audit dont la vérification échoue : {count} problème(s), voir npm run cli -- verify-audit",
  "You cannot suspend yourself.": "Vous ne pouvez pas vous suspendre vous-même.",
  "You cannot impersonate yourself.": "Vous ne pouvez pas emprunter votre propre identité.",
  "Somebody else changed this user meanwhile.":
    "Quelqu’un d’autre a modifié cet utilisateur entre-temps.",
  "You cannot delete yourself.": "Vous ne pouvez pas vous supprimer vous-même.",
  "said|The payload does not fit {job}.": "Le contenu ne convient pas à {job}.",
};
