import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./purge-consequences.module.css";

interface PurgeConsequencesProps {
  goes: string[];
  stays: string[];
}

/** What a purge takes along and what it leaves, a line each. */
export function PurgeConsequences({ goes, stays }: PurgeConsequencesProps) {
  const t = useText();
  return (
    <div className={classes.consequences}>
      <Lines title={t("Goes for good")} lines={goes} />
      <Lines title={t("Stays")} lines={stays} />
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
