import type { serverHttp as German } from "../de/server-http.ts";

export const serverHttp: Record<keyof typeof German, string> = {
  "The database did not answer in time.": "La base de données n’a pas répondu à temps.",
  "The database does not answer. Try again in a moment.":
    "La base de données ne répond pas. Réessayez dans un instant.",
  "The first call with this Idempotency-Key is still running.":
    "Le premier appel avec cet Idempotency-Key est encore en cours.",
  "A call with an Idempotency-Key goes alone, not in a batch.":
    "Un appel avec un Idempotency-Key part seul, pas dans un lot.",
  "Send the body as application/json.": "Envoyez le contenu en application/json.",
  "Send the body without Content-Encoding.": "Envoyez le contenu sans Content-Encoding.",
  "The request broke off before it was complete.":
    "La requête s’est interrompue avant d’être complète.",
  "The input is not valid JSON.": "L’entrée n’est pas du JSON valide.",
  "This procedure is no subscription.": "Cette procédure n’est pas un abonnement.",
  "WebSockets are answered at /api/trpc only.":
    "Les WebSockets ne sont acceptés que sur /api/trpc.",
  "This is no message that a tRPC client sends.":
    "Ce n’est pas un message qu’un client tRPC envoie.",
  "Only subscriptions are answered over WebSocket.":
    "Seuls les abonnements sont acceptés par WebSocket.",
  "This id is in use already.": "Cet identifiant est déjà utilisé.",
  "There is no such procedure.": "Cette procédure n’existe pas.",
  "There is nothing at this address.": "Il n’y a rien à cette adresse.",
  "Send the metrics token as a bearer token.": "Envoyez le jeton des métriques comme jeton Bearer.",
  "This request did not come from Binnacle's own pages.":
    "Cette requête ne vient pas des pages de Binnacle.",
  "This address cannot be read.": "Cette adresse est illisible.",
  "You are somebody else by now. Load the page again.":
    "Vous êtes désormais quelqu’un d’autre. Rechargez la page.",
};
