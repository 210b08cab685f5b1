"use client";

import { schemaResolver, type UseFormReturnType, useForm } from "@mantine/form";
import { type FormEvent, useId, useState } from "react";
import type { z } from "zod";
import { type Problem, readProblem } from "#components/trpc/problem.ts";

interface SchemaFormOptions<Values, Result> {
  /** The input schema of the procedure behind the form. */
  schema: z.ZodType<unknown, Values>;
  /** All that the procedure needs, fields without an input (ids, tokens) included. */
  initialValues: Values;
  save: (values: Values) => Promise<Result>;
  onSaved: (result: Result, values: Values) => void;
}

export interface SchemaForm<Values extends object> {
  fields: UseFormReturnType<Values>;
  /** What no input of the form can show. */
  problem: Problem | null;
  isSaving: boolean;
  submit: (event: FormEvent<HTMLFormElement>) => void;
}

/** A form that checks with the procedure's own schema and puts the server's refusals on their inputs. */
export function useSchemaForm<Values extends object, Result>(
  options: SchemaFormOptions<Values, Result>,
): SchemaForm<Values> {
  const name = `form-${useId().replaceAll("_", "")}`;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const fields = useForm<Values>({
    name,
    initialValues: options.initialValues,
    validate: schemaResolver(options.schema, { sync: true }),
  });

  function refuse(failure: Problem) {
    const onInputs = failure.fields.filter(({ path }) => findInput(fields, path));
    const elsewhere = failure.fields.filter(({ path }) => !findInput(fields, path));
    fields.setErrors(Object.fromEntries(onInputs.map(({ path, message }) => [path, message])));
    setProblem(
      onInputs.length > 0 && elsewhere.length === 0 ? null : { ...failure, fields: elsewhere },
    );
    focusFirst(
      fields,
      onInputs.map(({ path }) => path),
    );
  }

  async function save(values: Values) {
    setProblem(null);
    setIsSaving(true);
    try {
      options.onSaved(await options.save(values), values);
    } catch (error) {
      refuse(readProblem(error));
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
  return { fields, problem, isSaving, submit };
}

/** The input of a path, or of the list that it is an entry of (`roles.0` lands on `roles`). */
function findInput<Values extends object>(fields: UseFormReturnType<Values>, path: string) {
  const [root = path] = path.split(".");
  return fields.getInputNode(path as never) ?? fields.getInputNode(root as never);
}

function focusFirst<Values extends object>(fields: UseFormReturnType<Values>, paths: string[]) {
  const inputs = paths
    .map((path) => findInput(fields, path) as HTMLElement | null)
    .filter((input) => input !== null)
    .sort((a, b) => (follows(a, b) ? -1 : 1));
  const [first] = inputs;
  const target = first?.matches("input, textarea, select") ? first : first?.querySelector("input");
  target?.focus();
}

function follows(a: Node, b: Node): boolean {
  return Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
}
