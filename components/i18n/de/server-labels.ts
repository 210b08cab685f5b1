export const serverLabels = {
  Anonymous: "Anonym",
  "Actor (user id)": "Akteur (Benutzer-ID)",
  "Impersonator (user id)": "Vertretung durch (Benutzer-ID)",
  "Kind of actor": "Art des Akteurs",
  "Kind of record": "Art des Datensatzes",
  "Record (id)": "Datensatz (ID)",
  View: "Ansicht",
  Session: "Sitzung",
  "Everything, including mail with sign-in links": "Alles, auch E-Mails mit Anmeldelinks",
  "Manages users and the system": "Verwaltet Benutzer und das System",
  "Helps users: suspends, reinstates, ends sessions":
    "Hilft Benutzern: sperrt, entsperrt, beendet Sitzungen",
  "Looks, changes nothing": "Sieht zu, ändert nichts",
  "Choose this row": "Diese Zeile auswählen",
};
