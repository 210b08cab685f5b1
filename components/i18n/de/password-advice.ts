export const passwordAdvice = {
  "Straight rows of keys on your keyboard are easy to guess.":
    "Gerade Linien von Tasten auf der Tastatur sind leicht zu erraten.",
  "Short keyboard patterns are easy to guess.": "Kurze Tastaturmuster sind leicht zu erraten.",
  'Repeated characters like "aaa" are easy to guess.':
    'Sich wiederholende Zeichen wie "aaa" sind leicht zu erraten.',
  'Repeated character patterns like "abcabcabc" are easy to guess.':
    'Sich wiederholende Zeichenmuster wie "abcabcabc" sind leicht zu erraten.',
  'Common character sequences like "abc" are easy to guess.':
    'Häufige Zeichenfolgen wie "abc" sind leicht zu erraten.',
  "Recent years are easy to guess.": "Die jüngsten Jahreszahlen sind leicht zu erraten.",
  "Dates are easy to guess.": "Ein Datum ist leicht zu erraten.",
  "This is a heavily used password.": "Dies ist ein sehr häufig verwendetes Passwort.",
  "This is a frequently used password.": "Dies ist ein häufig verwendetes Passwort.",
  "This is a commonly used password.": "Dies ist ein oft verwendetes Passwort.",
  "This is similar to a commonly used password.":
    "Dies weist Ähnlichkeit zu anderen oft verwendeten Passwörtern auf.",
  "Single words are easy to guess.": "Einzelne Wörter sind leicht zu erraten.",
  "Single names or surnames are easy to guess.":
    "Einzelne Namen oder Nachnamen sind leicht zu erraten.",
  "Common names and surnames are easy to guess.": "Vornamen und Nachnamen sind leicht zu erraten.",
  "There should not be any personal or page related data.":
    "Es sollten keine persönlichen oder Seiten relevanten Daten vorkommen.",
  "Your password was exposed by a data breach on the Internet.":
    "Ihr Kennwort wurde durch eine Datenpanne im Internet offengelegt.",
  "Avoid predictable letter substitutions like '@' for 'a'.":
    "Vorhersehbare Buchstabenersetzungen wie ’@’ für ’a’ vermeiden.",
  "Avoid reversed spellings of common words.":
    "Umgekehrte Schreibweise von gebräuchlichen Wörtern vermeiden.",
  "Capitalize some, but not all letters.": "Einige, aber nicht alle Buchstaben groß schreiben.",
  "Capitalize more than the first letter.": "Nicht nur den ersten Buchstaben groß schreiben.",
  "Avoid dates and years that are associated with you.":
    "Daten, die mit persönlichen Daten in Verbindung gebracht werden können, vermeiden.",
  "Avoid recent years.": "Die jüngsten Jahreszahlen vermeiden.",
  "Avoid years that are associated with you.":
    "Jahre, die mit persönlichen Daten in Verbindung gebracht werden können, vermeiden.",
  "Avoid common character sequences.": "Häufige Zeichenfolgen vermeiden.",
  "Avoid repeated words and characters.": "Wort- und Zeichenwiederholungen vermeiden.",
  "Use longer keyboard patterns and change typing direction multiple times.":
    "Längere Tastaturmuster in unterschiedlicher Tipprichtung verwenden.",
  "Add more words that are less common.":
    "Weitere Wörter, die weniger häufig vorkommen, hinzufügen.",
  "Use multiple words, but avoid common phrases.":
    "Mehrere Wörter verwenden, aber allgemeine Phrasen vermeiden.",
  "You can create strong passwords without using symbols, numbers, or uppercase letters.":
    "Es ist möglich, starke Passwörter zu erstellen, ohne Symbole, Zahlen oder Großbuchstaben zu verwenden.",
  "If you use this password elsewhere, you should change it.":
    "Wenn Sie dieses Kennwort an anderer Stelle verwenden, sollten Sie es ändern.",
};
