import type { HttpDependencies } from "../app.ts";
import { chooseCoding } from "../content-coding.ts";
import { encodeAnswer } from "../encoded-answer.ts";
import type { Middleware } from "../exchange.ts";

/**
 * Encodes answers with zstd, br or gzip. BREACH guesses a secret by the sizes of many answers that hold
 * it beside foreign input: but Lax cookies ride on no other site's requests save visible navigations,
 * and secrets in bodies are fresh (nonces), short-lived (links in mails) or left plain (next-auth's).
 */
export function compression({ services: { log } }: HttpDependencies): Middleware {
  return ({ incoming: { exchange, headers }, outgoing }) => {
    if (exchange.area === "sign-in") return;
    const accepted = headers["accept-encoding"];
    const coding = accepted === undefined ? undefined : chooseCoding(String(accepted));
    if (coding || exchange.area === "page") encodeAnswer(outgoing, coding, log);
    // Pages say it once their head is whole: Next reads back what it writes into `Vary`.
    else outgoing.setHeader("Vary", "Accept-Encoding");
  };
}
