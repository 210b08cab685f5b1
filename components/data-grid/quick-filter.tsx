"use client";

import { Select } from "@mantine/core";
import type { Grid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Filter, ListFields } from "#server/platform/list/schema.ts";

interface QuickFilterProps<Row, Fields extends ListFields> {
  grid: Grid<Row, Fields>;
  /** A field of choices, or of ids. */
  field: keyof Fields & string;
  placeholder: string;
  data: { value: string; label: string }[];
  /** In pixels. */
  width?: number;
  /** For many values: typing finds one. */
  isSearchable?: boolean;
}

const OPERATOR_OF: Record<string, string> = { choices: "hasAnyOf", id: "is" };

/** One value of one field, as a condition beside whatever else the filter asks for. */
export function QuickFilter<Row, Fields extends ListFields>(props: QuickFilterProps<Row, Fields>) {
  const { grid, field, placeholder, data, width = 150, isSearchable = false } = props;
  const t = useText();
  const type = grid.fields[field]?.type;
  const operator = OPERATOR_OF[type ?? ""] ?? "isAnyOf";
  const members = topLevel(grid.state.filter as Filter | null);
  const isMine = (member: Filter) =>
    "field" in member && member.field === field && member.operator === operator;
  const mine = members.find(isMine);
  const values = mine && "value" in mine ? [mine.value].flat() : [];
  const value = values.length === 1 ? String(values[0]) : null;

  function change(chosen: string | null) {
    const others = members.filter((member) => !isMine(member));
    const added = chosen
      ? [{ field, operator, value: type === "id" ? chosen : [chosen] } as Filter]
      : [];
    grid.filter(joined([...others, ...added]) as never);
  }

  return (
    <Select
      aria-label={t.known(grid.fields[field]?.label ?? field)}
      placeholder={placeholder}
      data={data}
      value={value}
      onChange={change}
      clearable
      searchable={isSearchable}
      w={width}
    />
  );
}

/** What the filter asks for together; a filter of alternatives is one such thing. */
export function topLevel(filter: Filter | null): Filter[] {
  if (!filter) return [];
  return "all" in filter ? filter.all : [filter];
}

export function joined(members: Filter[]): Filter | null {
  const [first] = members;
  if (!first) return null;
  return members.length === 1 ? first : { all: members };
}
