"use client";

import type { UseFormReturnType } from "@mantine/form";
import { type RefObject, useRef, useState } from "react";
import {
  type Contest,
  isSame,
  type Merged,
  mergeEdits,
  readField,
} from "#components/form/merge.ts";
import type { Problem } from "#components/trpc/problem.ts";

export interface ConflictOptions<Values> {
  /** What the fields (or paths: `value.name`) are called that are compared; all others are those of the newer record. */
  labels: Readonly<Record<string, string>>;
  /** Makes the form one of the record as it is now; answers its values. */
  adopt: (current: Record<string, unknown>, version: number) => Values;
  /** A value as people say it. */
  say: (value: unknown, field: string) => string | null;
}

const FIRST_LEFT = "[role=radiogroup]:not(:has(:checked)) input";

export type Side = "mine" | "theirs";

/** A conflict that the person in front of the form settles. */
export interface ConflictState {
  version: number;
  message: string;
  taken: Merged<unknown>["taken"];
  contested: Contest[];
  choices: Record<string, Side>;
  /** They wanted to save before they had chosen. */
  isAsking: boolean;
  labelOf: (field: string) => string;
  say: ConflictOptions<unknown>["say"];
  /** What it is shown in. */
  container: RefObject<HTMLDivElement | null>;
  choose: (contest: Contest, side: Side) => void;
}

type Open<Values> = Merged<Values> &
  Pick<ConflictState, "version" | "message" | "choices" | "isAsking">;

/** Lets whoever saves second settle field by field what somebody else has changed meanwhile. */
export function useConflict<Values extends object>(
  fields: UseFormReturnType<Values>,
  initialValues: Values,
  options: ConflictOptions<Values> | undefined,
) {
  const base = useRef(initialValues);
  const container = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open<Values> | null>(null);
  const labels = options?.labels ?? {};

  /** False for a problem that cannot be settled here. */
  function begin({ conflict, message }: Problem): boolean {
    if (!options || !conflict?.current) return false;
    const theirs = options.adopt(conflict.current, conflict.version);
    const sides = { base: base.current, theirs, mine: fields.getValues() };
    const merged = mergeEdits(sides, Object.keys(labels));
    base.current = theirs;
    fields.setValues(merged.values);
    setOpen({ ...merged, version: conflict.version, message, choices: {}, isAsking: false });
    return true;
  }

  /** Asks for what is not chosen yet; a field that was typed anew is. */
  function isSettled(): boolean {
    if (!open) return true;
    const values = fields.getValues();
    const isLeft = open.contested.some(
      ({ field, mine }) => !open.choices[field] && isSame(readField(values, field), mine),
    );
    setOpen({ ...open, isAsking: isLeft });
    if (isLeft) container.current?.querySelector<HTMLElement>(FIRST_LEFT)?.focus();
    return !isLeft;
  }

  function finish(values: Values) {
    base.current = values;
    setOpen(null);
  }

  function choose({ field, ...sides }: Contest, side: Side) {
    fields.setFieldValue(field as never, sides[side] as never);
    setOpen((before) => before && { ...before, choices: { ...before.choices, [field]: side } });
  }

  const labelOf = (field: string) => labels[field] ?? field;
  const say = options?.say ?? (() => null);
  const state: ConflictState | null = open && { ...open, labelOf, say, container, choose };
  return { state, begin, isSettled, finish };
}
