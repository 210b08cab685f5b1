"use client";

import { Alert, Button, Group, SegmentedControl } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { FilterCondition } from "#components/data-grid/filter-condition.tsx";
import {
  type DraftGroup,
  newCondition,
  newGroup,
  replaceIn,
  toDraft,
  toFilter,
} from "#components/data-grid/filter-draft.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Filter, FilterOf, type ListFields } from "#server/platform/list/schema.ts";
import classes from "./filter-panel.module.css";

const JOINS = [
  { value: "all", label: "All of these" },
  { value: "any", label: "Any of these" },
] as const;
const MAX_DEPTH = 3;

interface FilterPanelProps {
  fields: ListFields;
  filter: Filter | null;
  onApply: (filter: Filter | null) => void;
}

/** Conditions and groups of them, applied when they are complete. */
export function FilterPanel({ fields, filter, onApply }: FilterPanelProps) {
  const t = useText();
  const [draft, setDraft] = useState(() => toDraft(filter, fields));
  const [problem, setProblem] = useState<string | null>(null);

  function apply() {
    if (draft.members.length === 0) {
      onApply(null);
      return;
    }
    const parsed = FilterOf(fields).safeParse(toFilter(draft));
    if (parsed.success) onApply(parsed.data as Filter);
    else
      setProblem(
        t("Complete every condition: text with at least three characters, a choice, or a date."),
      );
  }

  return (
    <form
      className={classes.panel}
      aria-label={t("Filter")}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <FilterGroup
        group={draft}
        fields={fields}
        depth={1}
        onChange={(group) => {
          setProblem(null);
          setDraft(group);
        }}
      />
      {problem && (
        <Alert role="alert" color="red" p="xs">
          {problem}
        </Alert>
      )}
      <Group justify="space-between" mt="sm">
        <Button variant="subtle" color="gray" onClick={() => onApply(null)}>
          {t("Clear")}
        </Button>
        <Button type="submit">{t("Apply")}</Button>
      </Group>
    </form>
  );
}

interface FilterGroupProps {
  group: DraftGroup;
  fields: ListFields;
  depth: number;
  onChange: (group: DraftGroup) => void;
  onRemove?: () => void;
}

function FilterGroup({ group, fields, depth, onChange, onRemove }: FilterGroupProps) {
  const t = useText();
  const add = (member: DraftGroup["members"][number]) =>
    onChange({ ...group, members: [...group.members, member] });
  return (
    <fieldset className={classes.group} data-nested={depth > 1 || undefined}>
      <legend className={classes.legend}>{depth > 1 ? t("Group") : t("Conditions")}</legend>
      {group.members.length > 1 && (
        <SegmentedControl
          size="xs"
          data={JOINS.map(({ value, label }) => ({ value, label: t(label) }))}
          value={group.join}
          onChange={(join) => onChange({ ...group, join: join as DraftGroup["join"] })}
        />
      )}
      {group.members.map((member) =>
        member.kind === "group" ? (
          <FilterGroup
            key={member.id}
            group={member}
            fields={fields}
            depth={depth + 1}
            onChange={(changed) => onChange(replaceIn(group, member.id, changed))}
            onRemove={() => onChange(replaceIn(group, member.id, null))}
          />
        ) : (
          <FilterCondition
            key={member.id}
            condition={member}
            fields={fields}
            onChange={(changed) => onChange(replaceIn(group, member.id, changed))}
            onRemove={() => onChange(replaceIn(group, member.id, null))}
          />
        ),
      )}
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          onClick={() => add(newCondition(fields))}
        >
          {t("Condition")}
        </Button>
        {depth < MAX_DEPTH && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => add(newGroup([newCondition(fields)]))}
          >
            {t("Group")}
          </Button>
        )}
        {onRemove && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={13} />}
            onClick={onRemove}
          >
            {t("Remove group")}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}
