import { type Operator, operatorsOf } from "#components/data-grid/filter-words.ts";
import type { Filter, ListField, ListFields } from "#server/platform/list/schema.ts";

/** A filter being made: every condition has a place, finished or not. */
export interface DraftCondition {
  kind: "condition";
  id: number;
  field: string;
  operator: Operator;
  value: unknown;
}
export interface DraftGroup {
  kind: "group";
  id: number;
  join: "all" | "any";
  members: Draft[];
}
export type Draft = DraftCondition | DraftGroup;

let made = 0;

export function newCondition(fields: ListFields): DraftCondition {
  const [name = ""] = Object.keys(fields);
  return conditionOn(name, fields);
}

/** A condition on a field with its first operator and nothing to compare with yet. */
export function conditionOn(name: string, fields: ListFields): DraftCondition {
  const field = fields[name] as ListField;
  const [first] = operatorsOf(field);
  const operator = first?.value ?? "is";
  return {
    kind: "condition",
    id: ++made,
    field: name,
    operator,
    value: emptyValue(field, operator),
  };
}

/** The types whose values are typed as they are. */
const TYPED: ReadonlySet<ListField["type"]> = new Set(["text", "id", "json"]);

export function emptyValue(field: ListField, operator: Operator): unknown {
  if (operator === "isEmpty" || operator === "isNotEmpty") return undefined;
  if (operator === "between") return [null, null];
  if (operator === "inLast") return 7;
  if ("options" in field) return [];
  return TYPED.has(field.type) ? "" : null;
}

export function newGroup(members: Draft[]): DraftGroup {
  return { kind: "group", id: ++made, join: "all", members };
}

/** The outermost is always a group, so that a condition can be added beside the first. */
export function toDraft(filter: Filter | null, fields: ListFields): DraftGroup {
  if (!filter) return newGroup([newCondition(fields)]);
  const draft = read(filter);
  return draft.kind === "group" ? draft : newGroup([draft]);
}

function read(filter: Filter): Draft {
  if ("all" in filter)
    return { kind: "group", id: ++made, join: "all", members: filter.all.map(read) };
  if ("any" in filter)
    return { kind: "group", id: ++made, join: "any", members: filter.any.map(read) };
  const { field, operator } = filter;
  const value = "value" in filter ? filter.value : undefined;
  return { kind: "condition", id: ++made, field, operator, value };
}

/** What a draft says, groups of one opened; the list's schema decides whether it will do. */
export function toFilter(draft: Draft): unknown {
  if (draft.kind === "condition") {
    const { field, operator, value } = draft;
    return value === undefined ? { field, operator } : { field, operator, value };
  }
  const members = draft.members.map(toFilter);
  return members.length === 1 ? members[0] : { [draft.join]: members };
}

export function replaceIn(group: DraftGroup, id: number, change: Draft | null): DraftGroup {
  const members = group.members.flatMap((member): Draft[] => {
    if (member.id === id) return change ? [change] : [];
    return [member.kind === "group" ? replaceIn(member, id, change) : member];
  });
  return { ...group, members };
}

export function countConditions(draft: Draft): number {
  if (draft.kind === "condition") return 1;
  return draft.members.reduce((sum, member) => sum + countConditions(member), 0);
}
