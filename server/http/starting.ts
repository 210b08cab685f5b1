import type { Listener } from "./listener.ts";

/** Answers while the process boots: alive, not started, come back in a second. */
export const answerStarting: Listener = (incoming, outgoing) => {
  const isLiveness = incoming.url === "/livez";
  const body = isLiveness ? { status: "ok" } : { status: "unavailable", obstacles: ["starting"] };
  outgoing.writeHead(isLiveness ? 200 : 503, {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(isLiveness ? {} : { "retry-after": "1" }),
  });
  outgoing.end(JSON.stringify(body));
};
