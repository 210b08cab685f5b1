import type { ReactNode } from "react";
import classes from "./pill.module.css";

export type Tone = "neutral" | "accent" | "green" | "amber" | "red" | "violet";

interface PillProps {
  tone?: Tone;
  /** A dot in front, for states rather than names. */
  withDot?: boolean;
  children: ReactNode;
}

export function Pill({ tone = "neutral", withDot = false, children }: PillProps) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {withDot && <span className={classes.dot} aria-hidden="true" />}
      {children}
    </span>
  );
}
