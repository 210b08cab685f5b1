import type { Coding } from "./content-coding.ts";
import type { ServedResponse } from "./exchange.ts";

/** Smaller bodies fit one packet anyway. */
const MIN_BYTES = 1024;
const TYPES =
  /^(?:text\/(?!event-stream\b)|font\/[ot]tf\b|image\/(?:svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)\b|application\/(?:(?:x-)?javascript|json|jsonl|x-ndjson|xml|wasm|[\w.-]+\+(?:json|xml))\s*(?:;|$))/i;
const NO_TRANSFORM = /\bno-transform\b/i;
const NOT_WHOLE: ReadonlySet<number> = new Set([204, 206]);

/** Notes status and headers like `writeHead`, but they can still change. */
export function noteHead(outgoing: ServedResponse, status: number, headers: object | null): void {
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) outgoing.setHeader(name, value);
  }
}

export function announcedBytes(outgoing: ServedResponse): number | undefined {
  const announced = outgoing.getHeader("Content-Length");
  return announced === undefined ? undefined : Number(announced);
}

/** Says that the answer depends on `Accept-Encoding` if it does, and whether to encode this one. */
export function isToBeEncoded(
  outgoing: ServedResponse,
  coding: Coding | undefined,
  sizeBytes: number | undefined,
): coding is Coding {
  const status = outgoing.statusCode;
  if (status === 304) {
    addVary(outgoing);
    // Of the tag that went out with the body.
    if (coding) weakenTag(outgoing);
    return false;
  }
  if (!isCompressible(outgoing)) return false;
  addVary(outgoing);
  if (!coding || NOT_WHOLE.has(status)) return false;
  // HEAD knows only by the size whether GET would be encoded.
  return sizeBytes === undefined ? outgoing.req.method !== "HEAD" : sizeBytes >= MIN_BYTES;
}

/** A size of `undefined` is one that only the end will tell. */
export function setEncodedHead(
  outgoing: ServedResponse,
  coding: Coding,
  sizeBytes: number | undefined,
): void {
  outgoing.setHeader("Content-Encoding", coding);
  if (sizeBytes === undefined) outgoing.removeHeader("Content-Length");
  else outgoing.setHeader("Content-Length", sizeBytes);
  // Ranges are those of the plain bytes.
  outgoing.removeHeader("Accept-Ranges");
  weakenTag(outgoing);
}

function isCompressible(outgoing: ServedResponse): boolean {
  if (outgoing.hasHeader("Content-Encoding")) return false;
  if (NO_TRANSFORM.test(headerText(outgoing, "Cache-Control"))) return false;
  return TYPES.test(headerText(outgoing, "Content-Type"));
}

function addVary(outgoing: ServedResponse): void {
  const vary = headerText(outgoing, "Vary");
  if (/(?:^|,)\s*(?:\*|accept-encoding)\s*(?:,|$)/i.test(vary)) return;
  outgoing.setHeader("Vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding");
}

/** Encoded, the bytes are no longer those that a strong tag promises (RFC 9110, 8.8.3). */
function weakenTag(outgoing: ServedResponse): void {
  const tag = headerText(outgoing, "ETag");
  if (tag.startsWith('"')) outgoing.setHeader("ETag", `W/${tag}`);
}

function headerText(outgoing: ServedResponse, name: string): string {
  return String(outgoing.getHeader(name) ?? "");
}
