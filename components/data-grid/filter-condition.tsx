"use client";

import { ActionIcon, MultiSelect, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import {
  conditionOn,
  type DraftCondition,
  emptyValue,
} from "#components/data-grid/filter-draft.ts";
import { knownOptionsOf, type Operator, operatorsOf } from "#components/data-grid/filter-words.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import type { ListField, ListFields } from "#server/platform/list/schema.ts";
import classes from "./filter-panel.module.css";

const JSON_EXAMPLE = "payload.userId = 42";

interface FilterConditionProps {
  condition: DraftCondition;
  fields: ListFields;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
}

export function FilterCondition({ condition, fields, onChange, onRemove }: FilterConditionProps) {
  const t = useText();
  const field = fields[condition.field] as ListField;
  return (
    <div className={classes.condition}>
      <NativeSelect
        aria-label={t("Field")}
        data={Object.entries(fields).map(([value, { label }]) => ({
          value,
          label: t.known(label),
        }))}
        value={condition.field}
        onChange={({ currentTarget }) =>
          onChange({ ...conditionOn(currentTarget.value, fields), id: condition.id })
        }
      />
      <NativeSelect
        aria-label={t("Comparison")}
        data={operatorsOf(field).map(({ value, label }) => ({ value, label: t(label) }))}
        value={condition.operator}
        onChange={({ currentTarget }) => {
          const operator = currentTarget.value as Operator;
          onChange({ ...condition, operator, value: keepOrEmpty(field, operator, condition) });
        }}
      />
      <div className={classes.value}>
        <ValueInput
          field={field}
          condition={condition}
          onChange={(value) => onChange({ ...condition, value })}
        />
      </div>
      <ActionIcon aria-label={t("Remove condition")} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  );
}

/** What was typed stays where the new operator compares with the same kind of value. */
function keepOrEmpty(field: ListField, operator: Operator, { value }: DraftCondition): unknown {
  const empty = emptyValue(field, operator);
  const isSameKind = typeof value === typeof empty && Array.isArray(value) === Array.isArray(empty);
  const isDate = value instanceof Date && (operator === "before" || operator === "after");
  return (isSameKind && operator !== "between" && operator !== "inLast") || isDate ? value : empty;
}

interface ValueInputProps {
  field: ListField;
  condition: DraftCondition;
  onChange: (value: unknown) => void;
}

function ValueInput({ field, condition, onChange }: ValueInputProps) {
  const t = useText();
  const { operator, value } = condition;
  if (operator === "isEmpty" || operator === "isNotEmpty") return null;
  if ("options" in field) {
    return (
      <MultiSelect
        aria-label={t("Values")}
        data={knownOptionsOf(t, field)}
        value={value as string[]}
        onChange={onChange}
        comboboxProps={{ withinPortal: false }}
      />
    );
  }
  if (operator === "between") {
    const [from, to] = value as [unknown, unknown];
    return (
      <div className={classes.range}>
        <Bound
          field={field}
          label={t("From")}
          value={from}
          onChange={(next) => onChange([next, to])}
        />
        <Bound
          field={field}
          label={t("To")}
          value={to}
          onChange={(next) => onChange([from, next])}
        />
      </div>
    );
  }
  if (operator === "inLast") {
    return (
      <NumberInput
        aria-label={t("Days")}
        min={1}
        max={3650}
        allowDecimal={false}
        value={value as number}
        onChange={onChange}
      />
    );
  }
  return <Bound field={field} label={t("Value")} value={value} onChange={onChange} />;
}

interface BoundProps {
  field: ListField;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Bound({ field, label, value, onChange }: BoundProps) {
  if (field.type === "instant") {
    return (
      <TextInput
        type="date"
        aria-label={label}
        value={value instanceof Date ? value.toISOString().slice(0, 10) : ""}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value ? new Date(`${currentTarget.value}T00:00:00Z`) : null)
        }
      />
    );
  }
  if (field.type === "number") {
    return (
      <NumberInput
        aria-label={label}
        value={typeof value === "number" ? value : ""}
        onChange={(next) => onChange(next === "" ? null : Number(next))}
      />
    );
  }
  return (
    <TextInput
      aria-label={label}
      placeholder={field.type === "json" ? JSON_EXAMPLE : undefined}
      value={String(value ?? "")}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
