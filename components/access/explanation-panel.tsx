"use client";

import { IconArrowRight, IconCheck, IconX } from "@tabler/icons-react";
import { roleLabel } from "#components/access/role-label.ts";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { describeConditions, type Explanation } from "#server/domains/roles/schema.ts";
import { PERMISSIONS } from "#server/platform/access/catalog.ts";
import classes from "./access.module.css";

interface ExplanationProps {
  explanation: Explanation;
}

export function ExplanationPanel({ explanation }: ExplanationProps) {
  const t = useText();
  const { isAllowed, permission, rule, steps, wouldChangeIt } = explanation;
  return (
    <Panel
      title={t("Answer")}
      description={permission && t.known(PERMISSIONS[permission].description)}
      actions={
        <Pill tone={isAllowed ? "green" : "red"} withDot>
          {isAllowed ? t("Allowed") : t("Denied")}
        </Pill>
      }
    >
      <div className={classes.answer}>
        {rule && (
          <section aria-label={t("Deciding rule")}>
            <h3>{t("Deciding rule")}</h3>
            <p>{describeRule(t, rule)}</p>
          </section>
        )}
        <section aria-label={t("What was looked at")}>
          <h3>{t("What was looked at")}</h3>
          <ul>
            {steps.map(({ text, holds }) => (
              <li key={text}>
                <Mark holds={holds} />
                {t.known(text)}
              </li>
            ))}
          </ul>
        </section>
        {wouldChangeIt.length > 0 && (
          <section aria-label={t("What would change it")}>
            <h3>{t("Any one of these would change it")}</h3>
            <ul>
              {wouldChangeIt.map((wish) => (
                <li key={wish}>
                  <IconArrowRight size={16} stroke={1.6} aria-hidden="true" />
                  {t.known(wish)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  );
}

function describeRule(t: Text, rule: NonNullable<Explanation["rule"]>): string {
  const role = roleLabel(t, { key: rule.role, label: rule.roleLabel });
  const conditions = describeConditions(rule.conditions);
  return conditions
    ? t("{role} allows it, {conditions}.", { role, conditions: t.known(conditions) })
    : t("{role} allows it, without conditions.", { role });
}

function Mark({ holds }: { holds: boolean }) {
  const t = useText();
  return holds ? (
    <IconCheck
      size={16}
      stroke={1.8}
      className={classes.holds}
      aria-label={t("Holds:")}
      role="img"
    />
  ) : (
    <IconX size={16} stroke={1.8} className={classes.fails} aria-label={t("Fails:")} role="img" />
  );
}
