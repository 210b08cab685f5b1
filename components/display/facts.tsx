import type { ReactNode } from "react";
import classes from "./facts.module.css";

interface FactsProps {
  facts: { label: string; value: ReactNode }[];
}

/** Labels and values, one pair a line. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
