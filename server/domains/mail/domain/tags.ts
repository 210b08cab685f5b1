/** The tags of a DKIM or DMARC record: `v=DMARC1; p=reject`. */
export function readTags(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(";").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim().toLowerCase(), value.join("=").trim()] as const;
  });
  return new Map(pairs.filter(([name]) => name !== ""));
}
