/** What the server says with values in it: see the recogniser. */
export const sentencesAccess = {
  "said|Open to anyone: {saidReason}": "Offen für alle: {saidReason}",
  "said|{name} is active": "{name} ist aktiv",
  "said|{name} is invited": "{name} ist eingeladen",
  "said|{name} is suspended": "{name} ist gesperrt",
  "said|{name} is deleted": "{name} ist gelöscht",
  "said|No role allows: {saidWhat}": "Keine Rolle erlaubt: {saidWhat}",
  "said|{saidRole} allows it, {saidLimits}": "{saidRole} erlaubt es, {saidLimits}",
  "said|{name} is in the trash": "{name} ist im Papierkorb",
  "said|{name} is out of sight for whoever asks": "Wer fragt, sieht {name} nicht",
  "said|{name} were restored": "{name} würde wiederhergestellt",
  "said|Whoever asks might see {name}": "Wer fragt, dürfte {name} sehen",
  "said|Acts on those who may do less, and {name} may do less":
    "Gilt für alle, die weniger dürfen, und {name} darf weniger",
  "said|Acts on those who may do less, and {name} may do as much or more":
    "Gilt für alle, die weniger dürfen, und {name} darf ebenso viel oder mehr",
  "said|{name} held fewer rights, or whoever asks held more":
    "{name} hätte weniger Rechte, oder wer fragt, hätte mehr",
  "said|Asked {saidWish}": "Bei Anfrage {saidWish}",
  "said|The role {saidRole}": "Die Rolle {saidRole}",
  "said|Taking away {saidRole}": "Entzug von {saidRole}",
  "said|Taking away {saidRole} and {saidOther}": "Entzug von {saidRole} und {saidOther}",
  "said|Taking away {saidRole} and {saidOther} and {saidThird}":
    "Entzug von {saidRole}, {saidOther} und {saidThird}",
  "said|only for oneself, {saidRest}": "nur für sich selbst, {saidRest}",
  "said|only for users of one's own department, {saidRest}":
    "nur für Benutzer der eigenen Abteilung, {saidRest}",
  "said|only on {saidDays} {from} to {to} ({zone})": "nur {saidDays} von {from} bis {to} ({zone})",
  "said|only on {saidDays} {from} to {to} ({zone}), {saidRest}":
    "nur {saidDays} von {from} bis {to} ({zone}), {saidRest}",
  "said|only from {networks}": "nur aus {networks}",
  "said|for oneself, {saidRest}": "für sich selbst, {saidRest}",
  "said|for a user of the same department, {saidRest}":
    "für einen Benutzer derselben Abteilung, {saidRest}",
  "said|on {saidDays} {from} to {to} ({zone})": "{saidDays} von {from} bis {to} ({zone})",
  "said|on {saidDays} {from} to {to} ({zone}), {saidRest}":
    "{saidDays} von {from} bis {to} ({zone}), {saidRest}",
  "said|from {networks}": "aus {networks}",
  "said|Mon, {saidRest}": "Mo, {saidRest}",
  "said|Tue, {saidRest}": "Di, {saidRest}",
  "said|Wed, {saidRest}": "Mi, {saidRest}",
  "said|Thu, {saidRest}": "Do, {saidRest}",
  "said|Fri, {saidRest}": "Fr, {saidRest}",
  "said|Sat, {saidRest}": "Sa, {saidRest}",
  "without conditions": "ohne Bedingungen",
  "Nobody does this to themselves": "Niemand tut dies sich selbst an",
  "It were about somebody else": "Es ginge um jemand anderen",
  "An owner acts on everybody": "Ein Inhaber darf dies bei allen",
  "Anyone may call this": "Jeder darf dies aufrufen",
  Mon: "Mo",
  Tue: "Di",
  Wed: "Mi",
  Thu: "Do",
  Fri: "Fr",
  Sat: "Sa",
  Sun: "So",
};
