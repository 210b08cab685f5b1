export const mailDomain = {
  "Sending domain": "Absenderdomain",
  "Whether receivers can tell that your mail is yours.":
    "Ob Empfänger erkennen können, dass Ihre E-Mail von Ihnen ist.",
  "No sender is configured": "Kein Absender eingerichtet",
  "Mail stays here until MAIL_FROM and a provider are set.":
    "E-Mail bleibt hier, bis MAIL_FROM und ein Anbieter gesetzt sind.",
  "What its name server says now. A change there can take hours to arrive.":
    "Was ihr Nameserver jetzt sagt. Eine Änderung dort kann Stunden brauchen.",
  "Check again": "Erneut prüfen",
  "In order": "In Ordnung",
  "Could be better": "Verbesserbar",
  Wrong: "Falsch",
  "Not known": "Nicht bekannt",
  "Names who may send, and has the rest refused or marked.":
    "Nennt, wer senden darf, und lässt den Rest ablehnen oder kennzeichnen.",
  "No SPF record: receivers cannot tell who may send.":
    "Kein SPF-Eintrag: Empfänger erkennen nicht, wer senden darf.",
  "More than one SPF record: receivers pass over them all.":
    "Mehr als ein SPF-Eintrag: Empfänger übergehen sie alle.",
  "Leads to more than 10 lookups: receivers give up.":
    "Führt zu mehr als 10 Abfragen: Empfänger geben auf.",
  "Lets everybody send.": "Lässt alle senden.",
  "Says nothing of those who are not named. End it with ~all.":
    "Sagt nichts über die, die nicht genannt sind. Beenden Sie ihn mit ~all.",
  "A key is published.": "Ein Schlüssel ist veröffentlicht.",
  "No key: receivers cannot check signatures.":
    "Kein Schlüssel: Empfänger können Signaturen nicht prüfen.",
  "What is published is no key.": "Was veröffentlicht ist, ist kein Schlüssel.",
  "The key is empty, which means that it is revoked.":
    "Der Schlüssel ist leer, das heißt widerrufen.",
  "The key has fewer than 2,048 bits; some receivers pass over it.":
    "Der Schlüssel hat weniger als 2.048 Bit; manche Empfänger übergehen ihn.",
  "Marked as a test, so receivers may ignore it.":
    "Als Test gekennzeichnet, Empfänger dürfen ihn also übergehen.",
  "Name the selector in the settings of mail.":
    "Nennen Sie den Selektor in den E-Mail-Einstellungen.",
  "Has mail that only pretends to be yours held back.":
    "Lässt E-Mail zurückhalten, die nur vorgibt, von Ihnen zu sein.",
  "No DMARC record: large providers refuse mail without one.":
    "Kein DMARC-Eintrag: Große Anbieter lehnen E-Mail ohne ab.",
  "More than one DMARC record: receivers pass over them all.":
    "Mehr als ein DMARC-Eintrag: Empfänger übergehen sie alle.",
  "Names no policy.": "Nennt keine Richtlinie.",
  "Only watches. Choose quarantine or reject once reports look right.":
    "Beobachtet nur. Wählen Sie quarantine oder reject, sobald die Berichte stimmen.",
  "The name server does not answer.": "Der Nameserver antwortet nicht.",
  "Includes a name without an SPF record: receivers pass over the whole record.":
    "Schließt einen Namen ohne SPF-Eintrag ein: Empfänger übergehen den ganzen Eintrag.",
};
