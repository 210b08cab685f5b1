export const serverHttp = {
  "The database did not answer in time.": "Die Datenbank hat nicht rechtzeitig geantwortet.",
  "The database does not answer. Try again in a moment.":
    "Die Datenbank antwortet nicht. Versuchen Sie es gleich noch einmal.",
  "The first call with this Idempotency-Key is still running.":
    "Der erste Aufruf mit diesem Idempotency-Key läuft noch.",
  "A call with an Idempotency-Key goes alone, not in a batch.":
    "Ein Aufruf mit Idempotency-Key geht allein, nicht in einem Stapel.",
  "Send the body as application/json.": "Senden Sie den Inhalt als application/json.",
  "Send the body without Content-Encoding.": "Senden Sie den Inhalt ohne Content-Encoding.",
  "The request broke off before it was complete.":
    "Die Anfrage brach ab, bevor sie vollständig war.",
  "The input is not valid JSON.": "Die Eingabe ist kein gültiges JSON.",
  "This procedure is no subscription.": "Diese Prozedur ist kein Abonnement.",
  "WebSockets are answered at /api/trpc only.":
    "WebSockets werden nur unter /api/trpc beantwortet.",
  "This is no message that a tRPC client sends.":
    "Das ist keine Nachricht, die ein tRPC-Client sendet.",
  "Only subscriptions are answered over WebSocket.":
    "Über WebSocket werden nur Abonnements beantwortet.",
  "This id is in use already.": "Diese Kennung wird schon verwendet.",
  "There is no such procedure.": "Diese Prozedur gibt es nicht.",
  "There is nothing at this address.": "Unter dieser Adresse gibt es nichts.",
  "Send the metrics token as a bearer token.": "Senden Sie das Metrik-Token als Bearer-Token.",
  "This request did not come from Binnacle's own pages.":
    "Diese Anfrage kam nicht von Binnacles eigenen Seiten.",
  "This address cannot be read.": "Diese Adresse ist nicht lesbar.",
  "You are somebody else by now. Load the page again.":
    "Sie sind inzwischen jemand anderes. Laden Sie die Seite neu.",
};
