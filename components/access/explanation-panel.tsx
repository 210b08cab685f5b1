import { IconArrowRight, IconCheck, IconX } from "@tabler/icons-react";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import { describeConditions, type Explanation } from "#server/domains/roles/schema.ts";
import { PERMISSIONS } from "#server/platform/access/catalog.ts";
import classes from "./access.module.css";

interface ExplanationProps {
  explanation: Explanation;
}

export function ExplanationPanel({ explanation }: ExplanationProps) {
  const { isAllowed, permission, rule, steps, wouldChangeIt } = explanation;
  return (
    <Panel
      title="Answer"
      description={permission && PERMISSIONS[permission].description}
      actions={
        <Pill tone={isAllowed ? "green" : "red"} withDot>
          {isAllowed ? "Allowed" : "Denied"}
        </Pill>
      }
    >
      <div className={classes.answer}>
        {rule && (
          <section aria-label="Deciding rule">
            <h3>Deciding rule</h3>
            <p>
              {rule.roleLabel} allows it,{" "}
              {describeConditions(rule.conditions) || "without conditions"}.
            </p>
          </section>
        )}
        <section aria-label="What was looked at">
          <h3>What was looked at</h3>
          <ul>
            {steps.map(({ text, holds }) => (
              <li key={text}>
                <Mark holds={holds} />
                {text}
              </li>
            ))}
          </ul>
        </section>
        {wouldChangeIt.length > 0 && (
          <section aria-label="What would change it">
            <h3>Any one of these would change it</h3>
            <ul>
              {wouldChangeIt.map((wish) => (
                <li key={wish}>
                  <IconArrowRight size={16} stroke={1.6} aria-hidden="true" />
                  {wish}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  );
}

function Mark({ holds }: { holds: boolean }) {
  return holds ? (
    <IconCheck size={16} stroke={1.8} className={classes.holds} aria-label="Holds:" role="img" />
  ) : (
    <IconX size={16} stroke={1.8} className={classes.fails} aria-label="Fails:" role="img" />
  );
}
