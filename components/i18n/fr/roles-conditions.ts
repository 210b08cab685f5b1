import type { rolesConditions as German } from "../de/roles-conditions.ts";

export const rolesConditions: Record<keyof typeof German, string> = {
  "Add an alternative<hidden> to {permission}</hidden>":
    "Ajouter une alternative<hidden> à {permission}</hidden>",
  "Conditions of {description}": "Conditions de {description}",
  "always and everywhere": "toujours et partout",
  "Remove this way to {description}": "Retirer cette alternative : {description}",
  "Only users of their own department": "Seulement les utilisateurs de leur service",
  "Only themselves": "Seulement soi-même",
  "Only at certain times": "Seulement à certains moments",
  "Only from certain networks": "Seulement depuis certains réseaux",
  Networks: "Réseaux",
  "time|From": "De",
  "time|To": "À",
  "Time zone": "Fuseau horaire",
};
