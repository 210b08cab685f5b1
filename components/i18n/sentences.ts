const MARK = "said|";
const PLACEHOLDER = /\\\{(\w+)\\\}/g;
const NUMBER = /^\d{1,3}(,?\d{3})*$/;

interface Sentence {
  message: string;
  values: Record<string, string>;
}

/**
 * Takes apart what the server has said with values in it: "said|{name} is locked out" recognises
 * "Ada is locked out". The API speaks plain English, and the dashboard knows its sentences.
 */
export function createRecognizer(
  messages: readonly string[],
): (text: string) => Sentence | undefined {
  const shapes = messages
    .filter((message) => message.startsWith(MARK))
    .map(shapeOf)
    .sort((a, b) => b.words - a.words);
  return (text) => {
    for (const { message, pattern } of shapes) {
      const values = pattern.exec(text)?.groups;
      if (values) return { message, values };
    }
    return undefined;
  };
}

/** The shape with more of its own words is asked first: "{a} of {b} not used" before "{a} of {b}". */
function shapeOf(message: string) {
  const escaped = message.slice(MARK.length).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const words = escaped.replace(PLACEHOLDER, "").length;
  const pattern = escaped.replace(PLACEHOLDER, (_, name: string) =>
    isSaid(name) ? `(?<${name}>.+)` : `(?<${name}>.+?)`,
  );
  return { message, words, pattern: new RegExp(`^${pattern}$`, "s") };
}

/** What is itself something said, and as much of it as there is: "only on {saidDays} {from} to {to}". */
const isSaid = (name: string) => name.startsWith("said");

/** Counts as numbers, so that plurals agree. */
export function readValue(name: string, value: string, known: (text: string) => string) {
  if (NUMBER.test(value)) return Number(value.replaceAll(",", ""));
  return isSaid(name) ? known(value) : value;
}
