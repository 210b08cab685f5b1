"use client";

import { schemaResolver, type UseFormReturnType, useForm } from "@mantine/form";
import { type FormEvent, useId, useState } from "react";
import type { z } from "zod";
import {
  type ConflictOptions,
  type ConflictState,
  useConflict,
} from "#components/form/use-conflict.ts";
import { type Followed, useFollow } from "#components/form/use-follow.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Problem, readProblem } from "#components/trpc/problem.ts";

interface SchemaFormOptions<Values, Result> {
  /** The input schema of the procedure behind the form. */
  schema: z.ZodType<unknown, Values>;
  /** All that the procedure needs, fields without an input (ids, tokens) included. */
  initialValues: Values;
  save: (values: Values) => Promise<Result>;
  onSaved?: (result: Result, values: Values) => void;
  /** For a record with a version: lets whoever saves second settle what both have changed. */
  conflict?: ConflictOptions<Values>;
  /** For a record that the form shows all the time, and that others may change. */
  follows?: Followed<Values>;
}

export interface SchemaForm<Values extends object> {
  fields: UseFormReturnType<Values>;
  /** What no input of the form can show. */
  problem: Problem | null;
  conflict: ConflictState | null;
  isSaving: boolean;
  submit: (event: FormEvent<HTMLFormElement>) => void;
}

/** A form that checks with the procedure's own schema and puts the server's refusals on their inputs. */
export function useSchemaForm<Values extends object, Result>(
  options: SchemaFormOptions<Values, Result>,
): SchemaForm<Values> {
  const t = useText();
  const name = `form-${useId().replaceAll("_", "")}`;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const fields = useForm<Values>({
    name,
    initialValues: options.initialValues,
    validate: schemaResolver(options.schema, { sync: true }),
  });

  const conflict = useConflict(fields, options.initialValues, options.conflict);
  useFollow(fields, options.follows, conflict.finish);

  function refuse(failure: Problem) {
    const messages: Record<string, string> = {};
    const elsewhere: Problem["fields"] = [];
    for (const field of failure.fields) {
      const path = inputPath(fields, field.path);
      if (path === null) elsewhere.push(field);
      else messages[path] = t.known(field.message);
    }
    const paths = Object.keys(messages);
    fields.setErrors(messages);
    setProblem(
      paths.length > 0 && elsewhere.length === 0 ? null : { ...failure, fields: elsewhere },
    );
    focusFirst(fields, paths);
  }

  async function save(values: Values) {
    setProblem(null);
    if (!conflict.isSettled()) return;
    setIsSaving(true);
    try {
      const result = await options.save(values);
      conflict.finish(values);
      if (options.follows) fields.resetDirty(values);
      options.onSaved?.(result, values);
    } catch (error) {
      const failure = readProblem(error);
      if (!conflict.begin(failure)) refuse(failure);
    } finally {
      setIsSaving(false);
    }
  }

  const submit = fields.onSubmit(save, (errors) => {
    refuse({
      code: "VALIDATION",
      httpStatus: 422,
      message: "Some fields need another value.",
      fields: Object.entries(errors).map(([path, message]) => ({
        path,
        code: "invalid",
        message: String(message),
      })),
    });
  });
  return { fields, problem, conflict: conflict.state, isSaving, submit };
}

/** Where a refusal is shown: on the input of its path, or of the list that it is an entry of (`roles.0` lands on `roles`). */
function inputPath<Values extends object>(
  fields: UseFormReturnType<Values>,
  path: string,
): string | null {
  if (fields.getInputNode(path as never)) return path;
  const end = path.lastIndexOf(".");
  return end === -1 ? null : inputPath(fields, path.slice(0, end));
}

function focusFirst<Values extends object>(fields: UseFormReturnType<Values>, paths: string[]) {
  const inputs = paths
    .map((path) => fields.getInputNode(path as never) as HTMLElement | null)
    .filter((input) => input !== null)
    .sort((a, b) => (follows(a, b) ? -1 : 1));
  const [first] = inputs;
  const target = first?.matches("input, textarea, select") ? first : first?.querySelector("input");
  target?.focus();
}

function follows(a: Node, b: Node): boolean {
  return Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
}
