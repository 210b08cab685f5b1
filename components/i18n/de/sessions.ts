export const sessions = {
  "This device": "Dieses Gerät",
  "{name} as you": "{name} in Ihrem Namen",
  "{name} as this user": "{name} als dieser Benutzer",
  "Last seen {time}": "Zuletzt gesehen {time}",
  "Revoke {what}": "{what} beenden",
  Revoke: "Beenden",
  "Revoke all": "Alle beenden",
  "Not signed in anywhere": "Nirgends angemeldet",
  "End the impersonation?": "Vertretung beenden?",
  "{impersonator} stops acting as {name} at once.":
    "{impersonator} handelt sofort nicht mehr als {name}.",
  "Revoke {device}?": "{device} beenden?",
  "{name} is signed out on this device at once.": "{name} wird auf diesem Gerät sofort abgemeldet.",
  "{name} is signed out there.": "{name} ist dort abgemeldet.",
  "Revoke session": "Sitzung beenden",
  "Revoke all sessions?": "Alle Sitzungen beenden?",
  "{name} is signed out on every device at once.":
    "{name} wird auf allen Geräten sofort abgemeldet.",
  Impersonate: "Vertreten",
  "Act as {name}?": "Als {name} handeln?",
  "Act as {name}": "Als {name} handeln",
  "You see and may do what {name} sees and may do, in every tab.":
    "Sie sehen und dürfen in jedem Tab, was {name} sieht und darf.",
  "Their password, address and account stay theirs, and you give nobody a role.":
    "Passwort, Adresse und Konto bleiben unberührt, und Sie geben niemandem eine Rolle.",
  "It ends by itself after {duration}, and whenever you end it.":
    "Es endet von selbst nach {duration}, und wann immer Sie es beenden.",
  "It ends by itself, and whenever you end it.":
    "Es endet von selbst, und wann immer Sie es beenden.",
  "The audit log names you both for everything, and {name} can see that you were here.":
    "Das Prüfprotokoll nennt für alles Sie beide, und {name} kann sehen, dass Sie hier waren.",
  "Kept in the audit log, where others read it.": "Steht im Prüfprotokoll, wo andere es lesen.",
  Start: "Beginnen",
  "<note>{impersonator}, you are</note> <role>acting as</role> <strong>{name}</strong>. <note>Everything is recorded under both names.</note>":
    "<note>{impersonator}, Sie</note> <role>handeln als</role> <strong>{name}</strong>. <note>Alles wird unter beiden Namen aufgezeichnet.</note>",
  End: "Beenden",
  "{minutes} min left": "noch {minutes} min",
  "Last minute": "Letzte Minute",
};
