/** HTML that is safe to send as it stands. */
export interface Html {
  readonly html: string;
}

type Part = string | Html | readonly Html[];

/** A tagged template whose values are escaped, unless they are HTML made by this function. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const pieces = strings.map((text, index) => text + render(parts[index] ?? ""));
  return { html: pieces.join("") };
}

function render(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  return "html" in part ? part.html : part.map(({ html }) => html).join("");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Control characters, line and paragraph separators, and marks that turn the reading direction. */
const UNSAFE_IN_LINE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text that stays on one line: for headers, and for names that people gave themselves. */
export function toLine(text: string, maxLength = 200): string {
  return text
    .toWellFormed()
    .replace(UNSAFE_IN_LINE, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, maxLength);
}
