/** What the server says with values in it: see the recogniser. */
export const sentences = {
  "said|{count} problem found. The audit page names them.":
    "{count, plural, one {# Problem} other {# Probleme}} gefunden. Die Seite des Prüfprotokolls nennt sie.",
  "said|{count} problems found. The audit page names them.":
    "{count, plural, one {# Problem} other {# Probleme}} gefunden. Die Seite des Prüfprotokolls nennt sie.",
  "said|More than {count} problems found. The audit page names them.":
    "Mehr als {count, number} Probleme gefunden. Die Seite des Prüfprotokolls nennt sie.",
  "said|The audit log was not verified for {count} days":
    "Das Prüfprotokoll wurde seit {count, plural, one {# Tag} other {# Tagen}} nicht verifiziert",
  "said|{name} is locked out": "{name} ist ausgesperrt",
  "said|Too many wrong passwords. Opens by itself in {count} min.":
    "Zu viele falsche Passwörter. Öffnet sich von selbst in {count} min.",
  "said|{count} invitation expires within a day":
    "{count, plural, one {# Einladung läuft} other {# Einladungen laufen}} innerhalb eines Tages ab",
  "said|{count} invitations expire within a day":
    "{count, plural, one {# Einladung läuft} other {# Einladungen laufen}} innerhalb eines Tages ab",
  "said|More than {count} invitations expire within a day":
    "Mehr als {count, number} Einladungen laufen innerhalb eines Tages ab",
  "said|{count} invitation has expired":
    "{count, plural, one {# Einladung ist} other {# Einladungen sind}} abgelaufen",
  "said|{count} invitations have expired":
    "{count, plural, one {# Einladung ist} other {# Einladungen sind}} abgelaufen",
  "said|More than {count} invitations have expired":
    "Mehr als {count, number} Einladungen sind abgelaufen",
  "said|Ask for the link to {email} on your account page.":
    "Fordern Sie auf der Seite Ihres Kontos den Link an {email} an.",
  "said|{count} of {total} not used; the primary answers instead.":
    "{count} von {total} nicht genutzt; stattdessen antwortet die Primärdatenbank.",
  "said|{count} of {total} not used; the primary answers instead":
    "{count} von {total} nicht genutzt; stattdessen antwortet die Primärdatenbank",
  "said|Replica {number}": "Replikat {number}",
  "said|{seconds} s behind at most": "höchstens {seconds} s zurück",
  "said|{count} not applied yet.": "{count} noch nicht angewendet.",
  "said|{count} not applied yet": "{count} noch nicht angewendet",
  "said|{count} workers run.": "{count} Worker laufen.",
  "said|{host}, process {pid}": "{host}, Prozess {pid}",
  "said|{used} of {total}": "{used} von {total}",
  "said|It is {count} that would go now": "Jetzt wären es {count, number}",
  "said|{name} is suspended already.": "{name} ist bereits gesperrt.",
  "said|{name} is not suspended.": "{name} ist nicht gesperrt.",
  "said|Choose a time within the next {count} years":
    "Wählen Sie einen Zeitpunkt innerhalb der nächsten {count} Jahre",
  "said|You cannot give the role {saidRole}: it allows more than you may do.":
    "Sie können die Rolle {saidRole} nicht vergeben: Sie erlaubt mehr, als Sie dürfen.",
  "said|{name} has already accepted an invitation.":
    "{name} hat bereits eine Einladung angenommen.",
  "said|At most {count} rows are changed at once; narrow the filter.":
    "Höchstens {count, number} Zeilen werden auf einmal geändert; grenzen Sie den Filter ein.",
  "said|{name} is not in the trash.": "{name} ist nicht im Papierkorb.",
  "said|{name} is in the trash.": "{name} ist im Papierkorb.",
  "said|There is no role {role}": "Die Rolle {role} gibt es nicht",
  "said|{name} is not active: nobody can act in their name.":
    "{name} ist nicht aktiv: Niemand kann in diesem Namen handeln.",
  "said|You are acting as {name}, and this is done only as oneself. End the impersonation first.":
    "Sie handeln als {name}, und dies tut man nur als man selbst. Beenden Sie zuerst die Vertretung.",
  "said|Use an address at {domains}": "Verwenden Sie eine Adresse bei {domains}",
  "said|At most {count} invitations go out in an hour. Try again in {minutes} min.":
    "In einer Stunde gehen höchstens {count, number} Einladungen hinaus. Versuchen Sie es in {minutes} min erneut.",
  "said|Too many attempts. Try again in {minutes} min.":
    "Zu viele Versuche. Versuchen Sie es in {minutes} min erneut.",
  "said|Nobody has the address {email}.": "Niemand hat die Adresse {email}.",
  "said|{email} has not accepted the invitation yet.":
    "{email} hat die Einladung noch nicht angenommen.",
  "said|Use at least {count} characters": "Verwenden Sie mindestens {count} Zeichen",
  "said|{program} on {system}": "{program} unter {system}",
  "said|You have {count} views already. Delete one first.":
    "Sie haben bereits {count} Ansichten. Löschen Sie zuerst eine.",
  "said|{path} has changed again since": "{path} hat sich seither erneut geändert",
  "said|Changed again since: {paths}. Take back the later edit first.":
    "Seither erneut geändert: {paths}. Nehmen Sie zuerst die spätere Änderung zurück.",
  "said|Use at most {count} conditions": "Verwenden Sie höchstens {count} Bedingungen",
  "said|Nest groups at most {count} deep": "Verschachteln Sie Gruppen höchstens {count} tief",
  "said|Somebody else changed {what} meanwhile. Look at their changes, then try again.":
    "Jemand anderes hat {what} inzwischen geändert. Sehen Sie sich die Änderungen an und versuchen Sie es erneut.",
  "1 user holds this role. Give them another one first.":
    "1 Benutzer hat diese Rolle. Geben Sie ihm zuerst eine andere.",
  "said|{count} users hold this role. Give them another one first.":
    "{count, number} Benutzer haben diese Rolle. Geben Sie ihnen zuerst eine andere.",
  "1 user holds this role (1 in the trash). Give them another one or purge them first.":
    "1 Benutzer hat diese Rolle (1 im Papierkorb). Geben Sie ihm zuerst eine andere oder löschen Sie ihn endgültig.",
  "said|{count} users hold this role ({trashed} in the trash). Give them another one or purge them first.":
    "{count, number} Benutzer haben diese Rolle ({trashed, number} im Papierkorb). Geben Sie ihnen zuerst eine andere oder löschen Sie sie endgültig.",
  "said|This address answers {methods}.": "Diese Adresse beantwortet {methods}.",
  "said|{procedure} answers {method}.": "{procedure} beantwortet {method}.",
  "said|{procedure} takes no Idempotency-Key: {reason}.":
    "{procedure} nimmt keinen Idempotency-Key: {reason}.",
  "said|A batch holds at most {count} calls.": "Ein Stapel enthält höchstens {count} Aufrufe.",
  "said|The body is larger than {bytes} bytes.": "Der Inhalt ist größer als {bytes, number} Bytes.",
  "said|Too many requests. Try again in {seconds} s.":
    "Zu viele Anfragen. Versuchen Sie es in {seconds} s erneut.",
  "said|Nothing is removed from an audit log that does not verify: {count} problem(s), see npm run cli -- verify-audit":
    "Aus einem Prüfprotokoll, das der Prüfung nicht standhält, wird nichts entfernt: {count} Problem(e), siehe npm run cli -- verify-audit",
  "You cannot suspend yourself.": "Sie können sich nicht selbst sperren.",
  "You cannot impersonate yourself.": "Sie können nicht sich selbst vertreten.",
  "Somebody else changed this user meanwhile.":
    "Jemand anderes hat diesen Benutzer inzwischen geändert.",
  "You cannot delete yourself.": "Sie können sich nicht selbst löschen.",
  "said|The payload does not fit {job}.": "Die Nutzdaten passen nicht zu {job}.",
};
