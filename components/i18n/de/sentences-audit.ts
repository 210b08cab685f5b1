/** What the server says with values in it: see the recogniser. */
export const sentencesAudit = {
  "said|#{number} is not what was anchored": "Nr. {number} ist nicht, was verankert wurde",
  "said|#{number} is missing in the chain": "Nr. {number} fehlt in der Kette",
  "said|#{from} to #{to} are missing in the chain": "Nr. {from} bis {to} fehlen in der Kette",
  "said|The chain begins at #{number}, and no checkpoint says that what was before was removed by rule":
    "Die Kette beginnt bei Nr. {number}, und kein Prüfpunkt sagt, dass das Frühere nach der Regel entfernt wurde",
  "said|There is no anchor in {file}": "In {file} ist kein Anker",
  "said|The signature is not by the key {key}: edited or forged":
    "Die Signatur stammt nicht vom Schlüssel {key}: bearbeitet oder gefälscht",
  "said|The file was begun only at #{number}: nothing proves what was before":
    "Die Datei wurde erst bei Nr. {number} begonnen: Nichts beweist, was davor war",
  "said|Line {number} of the anchors was cut short by a crash":
    "Zeile {number} der Anker wurde durch einen Absturz abgeschnitten",
  "said|#{number} was anchored, but the chain ends at #{last}: its tail was cut":
    "Nr. {number} wurde verankert, aber die Kette endet bei Nr. {last}: Ihr Ende wurde abgeschnitten",
  "The entry is gone": "Der Eintrag ist weg",
  "The entry or its place is not what was recorded":
    "Der Eintrag oder sein Platz ist nicht, was aufgezeichnet wurde",
  "The entry is not in the chain": "Der Eintrag ist nicht in der Kette",
  "The entry was removed as soon as it was made":
    "Der Eintrag wurde sofort nach dem Schreiben entfernt",
  "Does not follow the line before it: a line was edited, removed, added or moved":
    "Folgt nicht auf die Zeile davor: Eine Zeile wurde bearbeitet, entfernt, eingefügt oder verschoben",
  "The lines before it are gone": "Die Zeilen davor sind weg",
  "This line of the anchors is not readable": "Diese Zeile der Anker ist nicht lesbar",
};
