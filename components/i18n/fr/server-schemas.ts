import type { serverSchemas as German } from "../de/server-schemas.ts";

export const serverSchemas: Record<keyof typeof German, string> = {
  "Enter an e-mail address like name@example.com":
    "Saisissez une adresse e-mail comme name@example.com",
  "Add a condition": "Ajoutez une condition",
  "Ask for at least one field": "Demandez au moins un champ",
  "Choose at least one day": "Choisissez au moins un jour",
  "Choose at least one permission": "Choisissez au moins une autorisation",
  "Choose at least one role": "Choisissez au moins un rôle",
  "Choose at least one": "Choisissez-en au moins un",
  "Enter your password": "Saisissez votre mot de passe",
  "Name at least one network": "Indiquez au moins un réseau",
  Required: "Obligatoire",
  "Say why, in a few words": "Dites pourquoi, en quelques mots",
  "Sets something that is no part of a view":
    "Définit quelque chose qui n’appartient pas à une vue",
  "Use a letter or a digit": "Utilisez une lettre ou un chiffre",
  "Use at least three letters or digits in a row":
    "Utilisez au moins trois lettres ou chiffres de suite",
  "Contains characters that cannot be stored":
    "Contient des caractères qui ne peuvent pas être enregistrés",
  "Contains characters that cannot be used":
    "Contient des caractères qui ne peuvent pas être utilisés",
  "Expected a time zone such as Europe/Berlin": "Un fuseau horaire comme Europe/Berlin est attendu",
  "This link is not valid": "Ce lien n’est pas valide",
  "Use lower-case letters, digits and hyphens, a letter first":
    "Utilisez des minuscules, des chiffres et des traits d’union, en commençant par une lettre",
  "Give either ids or what they match": "Donnez soit des identifiants, soit ce qui correspond",
  "Sort by each field once": "Triez par chaque champ une seule fois",
  "This permission is not about single users":
    "Cette autorisation ne concerne pas des utilisateurs précis",
  "Unknown field": "Champ inconnu",
  "said|Nested deeper than {count} levels": "Imbriqué sur plus de {count} niveaux",
  "said|Too small: expected string to have >={count} characters": "Au moins {count} caractères",
  "said|Too big: expected string to have <={count} characters": "Au plus {count} caractères",
  "said|Too small: expected number to be >={count}": "Au moins {count, number}",
  "said|Too small: expected number to be >{count}": "Plus de {count, number}",
  "said|Too big: expected number to be <={count}": "Au plus {count, number}",
  "said|Too small: expected array to have >={count} items": "Au moins {count}",
  "said|Too big: expected array to have <={count} items": "Au plus {count}",
  "said|Invalid input: expected {type}, received {given}":
    "Saisie invalide : {type} attendu, {given} reçu",
  "said|Invalid option: expected one of {options}": "Choix invalide : attendu l’un de {options}",
  "Invalid input": "Saisie invalide",
  "Invalid UUID": "UUID invalide",
  "Invalid number: must be an integer": "Nombre entier requis",
  "Use lower-case letters": "Utilisez des minuscules",
};
