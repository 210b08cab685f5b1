/** Where to go after sign-in: a path of this site, whatever the query asks for. */
export function toLocalPath(next: string | string[] | undefined): string {
  const base = "http://localhost";
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, base)) {
    return "/";
  }
  const url = new URL(next, base);
  // "/.//host" resolves to the path "//host", which a browser reads as another site.
  const isLocal = url.origin === base && !url.pathname.startsWith("//");
  return isLocal ? url.pathname + url.search + url.hash : "/";
}

/** Leaves the entrance by a full load, so that nothing of the visitor before stays in memory. */
export function enter(path = "/") {
  window.location.assign(path);
}
