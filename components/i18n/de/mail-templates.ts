export const mailTemplates = {
  Welcome: "Willkommen",
  Digest: "Übersicht",
  "Alerts on jobs": "Warnungen zu Jobs",
  "Weekly digest": "Wöchentliche Übersicht",
  Templates: "Vorlagen",
  "Mail templates": "E-Mail-Vorlagen",
  "Every kind of mail, with made-up content, as its reader sees it.":
    "Jede Art von E-Mail, mit erfundenem Inhalt, wie ihr Leser sie sieht.",
  "Can be given up": "Abbestellbar",
  Preview: "Vorschau",
  "Language of the mail": "Sprache der E-Mail",
  "How it is shown": "Darstellung",
  "Send me a test": "Test an mich senden",
  "The mail is on its way to {email}.": "Die E-Mail ist unterwegs an {email}.",
  "Your mail": "Ihre E-Mail",
  "The mail that it came with is too old.": "Die E-Mail dazu ist zu alt.",
  "This link does not work.": "Dieser Link funktioniert nicht.",
  "Get no more of this mail?": "Diese E-Mail abbestellen?",
  "You get no more of it": "Sie bekommen sie nicht mehr",
  "{kind}, to {recipient}. Mail about your account comes either way.":
    "{kind}, an {recipient}. E-Mail zu Ihrem Konto kommt in jedem Fall.",
  "{kind} no longer goes to {recipient}.": "{kind}: geht nicht mehr an {recipient}.",
  "Get no more": "Abbestellen",
  "Get it again": "Wieder bekommen",
  "Mail to you": "E-Mail an Sie",
  "Security mail comes always.": "E-Mail zur Sicherheit kommt immer.",
  "When a queue passes a threshold, and an alert names your address":
    "Wenn eine Warteschlange einen Schwellenwert überschreitet und eine Warnung Ihre Adresse nennt",
  "What happened, as far as you may see it; Mondays unless scheduled otherwise":
    "Was geschehen ist, soweit Sie es sehen dürfen; montags, sofern nicht anders geplant",
  "Kept in this browser. The language also counts for mail to you.":
    "In diesem Browser gespeichert. Die Sprache gilt auch für E-Mail an Sie.",
  "Counts for mail that is written from now on.":
    "Gilt für E-Mail, die von nun an geschrieben wird.",
  "Language of mail": "Sprache der E-Mail (Standard)",
  "For people whose own is not known": "Für alle, deren Sprache nicht bekannt ist",
  Footer: "Fußzeile",
  "Below every mail: company, address, what the law wants there":
    "Unter jeder E-Mail: Firma, Anschrift, was das Gesetz dort verlangt",
  "DKIM selectors": "DKIM-Selektoren",
  "Where the check of the sending domain looks for keys":
    "Wo die Prüfung der Absenderdomain nach Schlüsseln sucht",
  "Expected a selector such as resend": "Erwartet wird ein Selektor wie resend",
  "Control characters are not allowed": "Steuerzeichen sind nicht erlaubt",
  "Test mail sent": "Test-E-Mail gesendet",
  "Choice of mail changed": "Auswahl der E-Mail geändert",
  "Language of mail changed": "Sprache der E-Mail geändert",
  "Mails the digest to those who want it": "Schickt die Übersicht an alle, die sie wollen",
  "Send List-Unsubscribe=One-Click.": "Senden Sie List-Unsubscribe=One-Click.",
  "Send the body as a form.": "Senden Sie den Inhalt als Formular.",
  "The form cannot be read.": "Das Formular ist nicht lesbar.",
  "The mail is in the list. No provider is set up, so it goes no further.":
    "Die E-Mail steht in der Liste. Kein Anbieter ist eingerichtet, weiter kommt sie nicht.",
  "The mail is held back: {email} gets no mail.":
    "Die E-Mail wird zurückgehalten: {email} erhält keine E-Mail.",
  "The mail is held back: you do not want mail of this kind.":
    "Die E-Mail wird zurückgehalten: Sie möchten keine E-Mail dieser Art.",
};
