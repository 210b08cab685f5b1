import classes from "./initials.module.css";

const HUES = ["accent", "green", "amber", "violet", "neutral"] as const;

interface InitialsProps {
  name: string;
  size?: "sm" | "lg";
}

/** One or two letters on a tone that stays the same for the same name. */
export function Initials({ name, size = "sm" }: InitialsProps) {
  return (
    <span className={classes.initials} data-size={size} data-tone={toneOf(name)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ""] = words;
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return [first, last]
    .map(([...letters]) => letters[0] ?? "")
    .join("")
    .toUpperCase();
}

function toneOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return HUES[sum % HUES.length] ?? "neutral";
}
