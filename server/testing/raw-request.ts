import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";

export interface RawAnswer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface RawOptions {
  accepted?: string | undefined;
  method?: string | undefined;
  agent?: Agent;
}

/** Unlike fetch it decodes nothing, and sends `Accept-Encoding` only if given one. */
export async function requestRaw(url: string, options: RawOptions = {}): Promise<RawAnswer> {
  const incoming = await openRaw(url, options);
  const body = Buffer.concat(await incoming.toArray());
  return { status: incoming.statusCode, headers: incoming.headers, body };
}

/** Resolves with the head; the body is not read yet. */
export function openRaw(url: string, options: RawOptions = {}): Promise<IncomingMessage> {
  const { accepted, method = "GET", agent } = options;
  const headers = accepted === undefined ? {} : { "Accept-Encoding": accepted };
  return new Promise((resolve, reject) => {
    request(url, { method, headers, agent }, resolve).on("error", reject).end();
  });
}
