export const serverSchemas = {
  "Enter an e-mail address like name@example.com":
    "Geben Sie eine E-Mail-Adresse wie name@example.com ein",
  "Add a condition": "Fügen Sie eine Bedingung hinzu",
  "Ask for at least one field": "Fragen Sie nach mindestens einem Feld",
  "Choose at least one day": "Wählen Sie mindestens einen Tag",
  "Choose at least one permission": "Wählen Sie mindestens eine Berechtigung",
  "Choose at least one role": "Wählen Sie mindestens eine Rolle",
  "Choose at least one": "Wählen Sie mindestens eines",
  "Enter your password": "Geben Sie Ihr Passwort ein",
  "Name at least one network": "Nennen Sie mindestens ein Netz",
  Required: "Erforderlich",
  "Say why, in a few words": "Nennen Sie in wenigen Worten den Grund",
  "Sets something that is no part of a view": "Setzt etwas, das nicht Teil einer Ansicht ist",
  "Use a letter or a digit": "Verwenden Sie einen Buchstaben oder eine Ziffer",
  "Use at least three letters or digits in a row":
    "Verwenden Sie mindestens drei Buchstaben oder Ziffern in Folge",
  "Contains characters that cannot be stored":
    "Enthält Zeichen, die nicht gespeichert werden können",
  "Contains characters that cannot be used": "Enthält Zeichen, die nicht verwendet werden können",
  "Expected a time zone such as Europe/Berlin": "Erwartet wird eine Zeitzone wie Europe/Berlin",
  "This link is not valid": "Dieser Link ist nicht gültig",
  "Use lower-case letters, digits and hyphens, a letter first":
    "Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche, zuerst einen Buchstaben",
  "Give either ids or what they match": "Geben Sie entweder IDs an oder was zutrifft",
  "Sort by each field once": "Sortieren Sie nach jedem Feld nur einmal",
  "This permission is not about single users":
    "Diese Berechtigung betrifft keine einzelnen Benutzer",
  "Unknown field": "Unbekanntes Feld",
  "said|Nested deeper than {count} levels": "Tiefer als {count} Ebenen verschachtelt",
  "said|Too small: expected string to have >={count} characters": "Mindestens {count} Zeichen",
  "said|Too big: expected string to have <={count} characters": "Höchstens {count} Zeichen",
  "said|Too small: expected number to be >={count}": "Mindestens {count, number}",
  "said|Too small: expected number to be >{count}": "Mehr als {count, number}",
  "said|Too big: expected number to be <={count}": "Höchstens {count, number}",
  "said|Too small: expected array to have >={count} items": "Mindestens {count}",
  "said|Too big: expected array to have <={count} items": "Höchstens {count}",
  "said|Invalid input: expected {type}, received {given}":
    "Ungültige Eingabe: {type} erwartet, {given} erhalten",
  "said|Invalid option: expected one of {options}":
    "Ungültige Auswahl: erwartet wird eines von {options}",
  "Invalid input": "Ungültige Eingabe",
  "Invalid UUID": "Ungültige UUID",
  "Invalid number: must be an integer": "Ganze Zahl erforderlich",
  "Use lower-case letters": "Verwenden Sie Kleinbuchstaben",
};
