import type { PlainMessage, Text } from "#components/i18n/text.ts";
import { EMPTINESS, type ListField, OPERATORS } from "#server/platform/list/schema.ts";

export type Operator = (typeof OPERATORS)[ListField["type"]][number] | (typeof EMPTINESS)[number];

const OPERATOR_LABELS: Record<Operator, PlainMessage> = {
  contains: "contains",
  startsWith: "starts with",
  is: "is",
  isNot: "is not",
  inLast: "in the last (days)",
  before: "before",
  after: "after",
  between: "between",
  above: "above",
  below: "below",
  has: "has",
  isAnyOf: "is any of",
  isNoneOf: "is none of",
  hasAnyOf: "has any of",
  hasAllOf: "has all of",
  isEmpty: "is empty",
  isNotEmpty: "is not empty",
};

export function operatorsOf(field: ListField): { value: Operator; label: PlainMessage }[] {
  const names: Operator[] = [...OPERATORS[field.type], ...(field.isOptional ? EMPTINESS : [])];
  return names.map((value) => ({ value, label: OPERATOR_LABELS[value] }));
}

/** For a box that finds one of many: in the viewer's language, and in its order. */
export function sortedOptionsOf(t: Text, field: ListField): { value: string; label: string }[] {
  return knownOptionsOf(t, field).sort((a, b) => a.label.localeCompare(b.label, t.locale));
}

/** In the viewer's language, and in the order of the field. */
export function knownOptionsOf(t: Text, field: ListField): { value: string; label: string }[] {
  return optionsOf(field).map(({ value, label }) => ({ value, label: t.known(label) }));
}

export function optionsOf(field: ListField): { value: string; label: string }[] {
  const options = "options" in field ? field.options : [];
  const labels = "optionLabels" in field ? field.optionLabels : undefined;
  return options.map((value) => ({
    value,
    label: labels?.[value] ?? value.charAt(0).toUpperCase() + value.slice(1),
  }));
}
