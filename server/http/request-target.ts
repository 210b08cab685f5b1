/** What a request asks for, read once from the request line. */
export interface RequestTarget {
  /** Percent-encoded as sent; in normal form, so that every part of the product reads the same path. */
  path: string;
  /** With its question mark; empty when there is none. */
  query: string;
  /** The path is not in normal form: answered 400, whatever it may have meant. */
  isRefused: boolean;
}

const REFUSED: RequestTarget = { path: "/", query: "", isRefused: true };

const PLAIN_PATH = /^\/[\w.~!$&'()*+,;=:@/-]*$/;
const EXOTIC_SEGMENTS = /\/\/|\/\.{1,2}(?:[/;]|$)|\.\.;/;
const ENCODED_PATH = /^\/(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-F]{2})*$/i;
/**
 * Controls and delimiters, which parsers read differently when encoded, and characters that need no
 * encoding (RFC 3986, section 2.3), which would give one address a second spelling.
 */
const NEEDLESS_ESCAPES = /%(?:[01][\dA-F]|2[DEF]|3\d|[46][1-9A-F]|[57][\dA]|5[CF]|7[EF])/i;
const QUERY = /^[\x21\x23-\x7e]*$/;
const BROKEN_ESCAPE = /%(?![\dA-F]{2})/i;
const ABSOLUTE = /^https?:\/\/[^/?#]*/i;

/** Accepts the origin form and the absolute form of RFC 9112, section 3.2. */
export function readRequestTarget(url: string): RequestTarget {
  const target = url.charCodeAt(0) === SLASH ? url : url.replace(ABSOLUTE, "");
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? "" : target.slice(mark);
  if (!isNormalPath(path) || !isNormalQuery(query)) return REFUSED;
  return { path, query, isRefused: false };
}

const SLASH = 47;

function isNormalPath(path: string): boolean {
  if (EXOTIC_SEGMENTS.test(path)) return false;
  return PLAIN_PATH.test(path) || (ENCODED_PATH.test(path) && isDecodable(path));
}

function isDecodable(path: string): boolean {
  if (NEEDLESS_ESCAPES.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isNormalQuery(query: string): boolean {
  return query === "" || (QUERY.test(query) && !BROKEN_ESCAPE.test(query));
}

const HOST = /^(?:[\w.-]+|\[[\dA-F:.]+\])(?::(\d{1,5}))?$/i;
const MAX_PORT = 65_535;

/** Whether a `Host` header names a host and, perhaps, a port: nothing that could smuggle a path. */
export function isHost(host: string | undefined): host is string {
  const match = host === undefined ? null : HOST.exec(host);
  return match !== null && Number(match[1] ?? 0) <= MAX_PORT;
}
