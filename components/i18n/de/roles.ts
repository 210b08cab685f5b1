export const roles = {
  "The role {label} is deleted.": "Die Rolle {label} ist gelöscht.",
  "Delete {label}?": "{label} löschen?",
  "Nobody holds this role. It cannot be brought back.":
    "Niemand hat diese Rolle. Sie lässt sich nicht zurückholen.",
  "{count, plural, one {# user holds} other {# users hold}} this role. It is deleted only once they have another one.":
    "{count, plural, one {# Benutzer hat} other {# Benutzer haben}} diese Rolle. Sie wird erst gelöscht, wenn alle eine andere haben.",
  "Delete role": "Rolle löschen",
  "Effective permissions": "Wirksame Berechtigungen",
  "Their roles allow nothing.": "Die Rollen erlauben nichts.",
  "What their roles allow together.": "Was die Rollen zusammen erlauben.",
  "All through the role {role}.": "Alles durch die Rolle {role}.",
  Permissions: "Berechtigungen",
  "{count} of {total} chosen. Alternatives of a permission add up; conditions of one must all hold.":
    "{count} von {total} gewählt. Alternativen einer Berechtigung ergänzen sich; die Bedingungen einer müssen alle zutreffen.",
  "You may not do this yourself, so you cannot grant it":
    "Sie dürfen dies selbst nicht und können es daher nicht erteilen",
  "You may do this yourself {limits}": "Sie selbst dürfen dies {limits}",
  "A system role: it is always there and never changes.":
    "Eine Systemrolle: Sie ist immer da und ändert sich nie.",
  "You may see roles, and not change them.": "Sie dürfen Rollen sehen, aber nicht ändern.",
  "It allows more than you may do, so you cannot change it.":
    "Sie erlaubt mehr, als Sie dürfen; daher können Sie sie nicht ändern.",
  "Edit {label}": "{label} bearbeiten",
  "New role": "Neue Rolle",
  Role: "Rolle",
  Key: "Schlüssel",
  "What the API calls it; it stays as it is": "Wie die API sie nennt; er bleibt, wie er ist",
  Description: "Beschreibung",
  "Create role": "Rolle erstellen",
  Label: "Bezeichnung",
  "What people see": "Was alle sehen",
  "The role {label} is made.": "Die Rolle {label} ist erstellt.",
  Allows: "Erlaubt",
  "Held by": "Vergeben an",
  Custom: "Eigene",
  "Built in": "Eingebaut",
  Everything: "Alles",
  "{count} of {total} permissions": "{count} von {total} Berechtigungen",
  "With conditions": "Mit Bedingungen",
  Nobody: "Niemand",
  "What people may do, by the roles that they hold.": "Was Personen durch ihre Rollen dürfen.",
  "Of what you may do yourself; nobody grants what they lack.":
    "Aus dem, was Sie selbst dürfen; niemand erteilt, was ihm fehlt.",
};
