import { Pill } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Refusals, refusalOf } from "#components/users/invitations.ts";
import type { InviteeLine } from "#components/users/invitee-lines.ts";
import classes from "./invite-many.module.css";

interface InviteeTableProps {
  /** The accessible name. */
  label: string;
  lines: InviteeLine[];
  refusals: Refusals;
  /** Said of a line that nothing speaks against. */
  good: string;
}

/** Each line as it was understood, and what speaks against it. */
export function InviteeTable({ label, lines, refusals, good }: InviteeTableProps) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className={classes.frame} tabIndex={0} aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("Line")}</th>
            <th scope="col">{t("Person")}</th>
            <th scope="col">{t("Department")}</th>
            <th scope="col">{t("State")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const refusal = refusalOf(line, refusals);
            return (
              <tr key={`${line.number} ${line.text}`}>
                <td className={classes.number}>{line.number}</td>
                <td className={classes.person}>
                  <span className={classes.name}>{line.name}</span>
                  <span className={classes.email}>{line.email}</span>
                </td>
                <td>{line.department}</td>
                <td className={classes.state}>
                  <Pill tone={refusal ? "red" : "green"}>{refusal ? t.known(refusal) : good}</Pill>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
