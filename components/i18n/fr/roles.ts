import type { roles as German } from "../de/roles.ts";

export const roles: Record<keyof typeof German, string> = {
  "The role {label} is deleted.": "Le rôle {label} est supprimé.",
  "Delete {label}?": "Supprimer {label} ?",
  "Nobody holds this role. It cannot be brought back.":
    "Personne n’a ce rôle. Il ne pourra pas être rétabli.",
  "{count, plural, one {# user holds} other {# users hold}} this role. It is deleted only once they have another one.":
    "{count, plural, one {# utilisateur a} other {# utilisateurs ont}} ce rôle. Il n’est supprimé qu’une fois remplacé par un autre.",
  "Delete role": "Supprimer le rôle",
  "Effective permissions": "Autorisations effectives",
  "Their roles allow nothing.": "Ses rôles ne permettent rien.",
  "What their roles allow together.": "Ce que ses rôles permettent ensemble.",
  "All through the role {role}.": "Tout par le rôle {role}.",
  Permissions: "Autorisations",
  "{count} of {total} chosen. Alternatives of a permission add up; conditions of one must all hold.":
    "{count} sur {total} choisies. Les alternatives d’une autorisation s’additionnent ; les conditions de chacune doivent toutes être remplies.",
  "You may not do this yourself, so you cannot grant it":
    "Vous n’en avez pas le droit, vous ne pouvez donc pas l’accorder",
  "You may do this yourself {limits}": "Vous en avez vous-même le droit {limits}",
  "A system role: it is always there and never changes.":
    "Un rôle système : il est toujours là et ne change jamais.",
  "You may see roles, and not change them.": "Vous pouvez voir les rôles, sans les modifier.",
  "It allows more than you may do, so you cannot change it.":
    "Il permet plus que ce qui vous est permis, vous ne pouvez donc pas le modifier.",
  "Edit {label}": "Modifier {label}",
  "New role": "Nouveau rôle",
  Role: "Rôle",
  Key: "Clé",
  "What the API calls it; it stays as it is": "Son nom dans l’API ; elle ne change plus",
  Description: "Description",
  "Create role": "Créer le rôle",
  Label: "Libellé",
  "What people see": "Ce que tous voient",
  "The role {label} is made.": "Le rôle {label} est créé.",
  Allows: "Permet",
  "Held by": "Attribué à",
  Custom: "Personnalisé",
  "Built in": "Intégré",
  Everything: "Tout",
  "{count} of {total} permissions": "{count} autorisations sur {total}",
  "With conditions": "Avec conditions",
  Nobody: "Personne",
  "What people may do, by the roles that they hold.": "Ce que chacun peut faire, selon ses rôles.",
  "Of what you may do yourself; nobody grants what they lack.":
    "Parmi ce qui vous est permis ; nul n’accorde ce qu’il n’a pas.",
};
