export const rolesConditions = {
  "Add an alternative<hidden> to {permission}</hidden>":
    "Alternative hinzufügen<hidden> zu {permission}</hidden>",
  "Conditions of {description}": "Bedingungen von {description}",
  "always and everywhere": "immer und überall",
  "Remove this way to {description}": "Diesen Weg entfernen: {description}",
  "Only users of their own department": "Nur Benutzer der eigenen Abteilung",
  "Only themselves": "Nur sich selbst",
  "Only at certain times": "Nur zu bestimmten Zeiten",
  "Only from certain networks": "Nur aus bestimmten Netzen",
  Networks: "Netze",
  "time|From": "Von",
  "time|To": "Bis",
  "Time zone": "Zeitzone",
};
