export const events = {
  "You follow events in too many places at once.":
    "Sie folgen Ereignissen an zu vielen Stellen zugleich.",
  "No event has had this id yet.": "Diese ID hatte noch kein Ereignis.",
  "Not the id of an event": "Keine ID eines Ereignisses",
  "Subscribe to one procedure at a time.": "Abonnieren Sie jeweils nur eine Prozedur.",
  "Removes events older than a week": "Entfernt Ereignisse, die älter als eine Woche sind",
};
