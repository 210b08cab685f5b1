import type { passwordAdvice as German } from "../de/password-advice.ts";

export const passwordAdvice: Record<keyof typeof German, string> = {
  "Straight rows of keys on your keyboard are easy to guess.":
    "Les lignes droites de touches de votre clavier sont faciles à deviner.",
  "Short keyboard patterns are easy to guess.":
    "Des motifs de clavier courts sont faciles à deviner.",
  'Repeated characters like "aaa" are easy to guess.':
    "Les caractères répétés comme ’aaa’ sont faciles à deviner.",
  'Repeated character patterns like "abcabcabc" are easy to guess.':
    "Les caractères répétés comme ’abcabcabc’ sont faciles à deviner.",
  'Common character sequences like "abc" are easy to guess.':
    "Des séquences de caractères communs comme ’abc’ sont faciles à deviner.",
  "Recent years are easy to guess.": "Les années récentes sont faciles à deviner.",
  "Dates are easy to guess.": "Les dates sont faciles à deviner.",
  "This is a heavily used password.": "Ce mot de passe est très utilisé.",
  "This is a frequently used password.": "Ce mot de passe est fréquemment utilisé.",
  "This is a commonly used password.": "Ce mot de passe est couramment utilisé.",
  "This is similar to a commonly used password.":
    "Ce mot de passe est similaire à un mot de passe couramment utilisé.",
  "Single words are easy to guess.": "Les mots simples sont faciles à deviner.",
  "Single names or surnames are easy to guess.":
    "Des noms ou des prénoms simples sont faciles à deviner.",
  "Common names and surnames are easy to guess.":
    "Les noms communs et les noms de famille sont faciles à deviner.",
  "There should not be any personal or page related data.":
    "Le mot de passe ne doit pas comporter de données personnelles ou liées au site.",
  "Your password was exposed by a data breach on the Internet.":
    "Votre mot de passe a été divulgué suite à une violation de données sur Internet.",
  "Avoid predictable letter substitutions like '@' for 'a'.":
    "Évitez les substitutions de lettres prévisibles comme ’@’ pour ’a’.",
  "Avoid reversed spellings of common words.":
    "Évitez les orthographes inversées des mots courants.",
  "Capitalize some, but not all letters.":
    "Mettez quelques lettres en majuscules, mais pas toutes.",
  "Capitalize more than the first letter.":
    "Utilisez des majuscules mais pas seulement sur la première lettre.",
  "Avoid dates and years that are associated with you.":
    "Évitez les dates et les années qui vous sont associées. (ex: date ou année de naissance)",
  "Avoid recent years.": "Évitez les dernières années.",
  "Avoid years that are associated with you.":
    "Évitez les années qui vous sont associées. (ex: date de naissance)",
  "Avoid common character sequences.": "Évitez les séquences de caractères courantes.",
  "Avoid repeated words and characters.": "Évitez les mots et les caractères répétés.",
  "Use longer keyboard patterns and change typing direction multiple times.":
    "Utilisez des motifs de clavier plus longs et changez de sens de frappe plusieurs fois.",
  "Add more words that are less common.": "Ajoutez des mots moins courants.",
  "Use multiple words, but avoid common phrases.":
    "Utilisez plusieurs mots, mais évitez les phrases courantes.",
  "You can create strong passwords without using symbols, numbers, or uppercase letters.":
    "Vous pouvez créer des mots de passe forts sans utiliser de symboles, de chiffres ou de lettres majuscules.",
  "If you use this password elsewhere, you should change it.":
    "Si vous utilisez ce mot de passe ailleurs, vous devriez le modifier.",
};
