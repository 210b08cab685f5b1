import type { serverHttp as German } from "../de/server-http.ts";

export const serverHttp: Record<keyof typeof German, string> = {
  "The database did not answer in time.": "データベースが時間内に応答しませんでした。",
  "The database does not answer. Try again in a moment.":
    "データベースが応答しません。しばらくしてからもう一度お試しください。",
  "The first call with this Idempotency-Key is still running.":
    "このIdempotency-Keyによる最初の呼び出しがまだ実行中です。",
  "A call with an Idempotency-Key goes alone, not in a batch.":
    "Idempotency-Key付きの呼び出しは、バッチではなく単独で送ってください。",
  "Send the body as application/json.": "本文はapplication/jsonで送ってください。",
  "Send the body without Content-Encoding.": "本文はContent-Encodingなしで送ってください。",
  "The request broke off before it was complete.": "リクエストが完了する前に途切れました。",
  "The input is not valid JSON.": "入力が有効なJSONではありません。",
  "This procedure is no subscription.": "このプロシージャはサブスクリプションではありません。",
  "WebSockets are answered at /api/trpc only.": "WebSocketは/api/trpcでのみ受け付けます。",
  "This is no message that a tRPC client sends.":
    "tRPCクライアントが送るメッセージではありません。",
  "Only subscriptions are answered over WebSocket.":
    "WebSocketではサブスクリプションのみ受け付けます。",
  "This id is in use already.": "このIDはすでに使われています。",
  "There is no such procedure.": "そのようなプロシージャはありません。",
  "There is nothing at this address.": "このアドレスには何もありません。",
  "Send the metrics token as a bearer token.":
    "メトリクスのトークンをBearerトークンとして送ってください。",
  "This request did not come from Binnacle's own pages.":
    "このリクエストはBinnacleのページから送られたものではありません。",
  "This address cannot be read.": "このアドレスを読み取れません。",
  "You are somebody else by now. Load the page again.":
    "すでに別のユーザーになっています。ページを再読み込みしてください。",
};
