"use client";

import { Alert, Radio } from "@mantine/core";
import { IconGitMerge } from "@tabler/icons-react";
import type { Contest } from "#components/form/merge.ts";
import type { ConflictState, Side } from "#components/form/use-conflict.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./conflict-choice.module.css";

/** What somebody else changed meanwhile, and the choice between theirs and one's own. */
export function ConflictChoice({ conflict }: { conflict: ConflictState }) {
  const t = useText();
  const { message, contested } = conflict;
  return (
    <Alert
      ref={conflict.container}
      role="alert"
      color="yellow"
      icon={<IconGitMerge size={18} />}
      title={t.known(message)}
      classNames={CLASS_NAMES}
    >
      <div ref={focusFirstChoice} className={classes.body}>
        <Taken conflict={conflict} />
        {contested.map((contest) => (
          <Choice key={contest.field} contest={contest} conflict={conflict} />
        ))}
      </div>
    </Alert>
  );
}

const CLASS_NAMES = {
  root: classes.alert,
  icon: classes.icon,
  title: classes.title,
  message: classes.message,
};

/** Stays the same function, so that it is called once, when the choice appears. */
function focusFirstChoice(element: HTMLElement | null) {
  element?.querySelector("input")?.focus();
}

function Taken({ conflict: { taken, labelOf, say } }: { conflict: ConflictState }) {
  const t = useText();
  if (taken.length === 0) return null;
  const changes = taken.map(({ field, theirs }) =>
    t("{field} (now {value})", { field: labelOf(field), value: say(theirs, field) ?? t("none") }),
  );
  return (
    <p className={classes.note}>
      {t("Only they changed, and now in this form: {changes}.", { changes: changes.join(", ") })}
    </p>
  );
}

interface ChoiceProps {
  contest: Contest;
  conflict: ConflictState;
}

function Choice({ contest, conflict }: ChoiceProps) {
  const t = useText();
  const { labelOf, say, choices, isAsking, choose } = conflict;
  const { field, base, mine, theirs } = contest;
  const text = (value: unknown) => say(value, field) ?? t("None");
  const chosen = choices[field] ?? null;
  return (
    <Radio.Group
      label={labelOf(field)}
      description={t("You both changed it. It was: {value}", { value: text(base) })}
      classNames={{ description: classes.was }}
      value={chosen}
      error={isAsking && !chosen ? t("Choose one of the two") : undefined}
      onChange={(side) => choose(contest, side as Side)}
    >
      <div className={classes.choices}>
        <Radio value="mine" label={t("Keep mine")} description={text(mine)} classNames={RADIO} />
        <Radio
          value="theirs"
          label={t("Take theirs")}
          description={text(theirs)}
          classNames={RADIO}
        />
      </div>
    </Radio.Group>
  );
}

const RADIO = { root: classes.choice, description: classes.value };
