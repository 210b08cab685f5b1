"use client";

import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { ConflictChoice } from "#components/form/conflict-choice.tsx";
import type { SchemaForm as SchemaFormState } from "#components/form/use-schema-form.ts";
import { RequestNumber } from "#components/i18n/said.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useHydrated } from "#components/shell/use-hydrated.ts";
import type { Problem } from "#components/trpc/problem.ts";
import classes from "./schema-form.module.css";

interface SchemaFormProps<Values extends object> {
  form: SchemaFormState<Values>;
  /** The accessible name. */
  label: string;
  /** Shows the values to somebody who may not change them. */
  isReadOnly?: boolean;
  children: ReactNode;
}

/** Takes no input before the browser runs our code: early typing would be lost, an early submit sent raw. */
export function SchemaForm<Values extends object>({
  form,
  label,
  isReadOnly = false,
  children,
}: SchemaFormProps<Values>) {
  const isHydrated = useHydrated();
  const element = useRef<HTMLFormElement>(null);
  // Syncs with the browser's focus, which a disabled input cannot hold.
  useEffect(() => {
    if (isHydrated) {
      element.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
  }, [isHydrated]);
  return (
    <form ref={element} method="post" noValidate aria-label={label} onSubmit={form.submit}>
      <fieldset
        className={classes.fieldset}
        disabled={!isHydrated || isReadOnly}
        data-starting={!isHydrated || undefined}
      >
        {form.conflict && <ConflictChoice key={form.conflict.version} conflict={form.conflict} />}
        {form.problem && <ProblemAlert problem={form.problem} />}
        {children}
      </fieldset>
    </form>
  );
}

function ProblemAlert({ problem }: { problem: Problem }) {
  const t = useText();
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertCircle size={18} />}
      title={t.known(problem.message)}
      classNames={{ title: classes.problemTitle, message: classes.problemText }}
    >
      {problem.fields.map(({ path, message }) => (
        <div key={path}>{t.known(message)}</div>
      ))}
      {problem.httpStatus >= 500 && problem.requestId && (
        <div>
          <RequestNumber id={problem.requestId} />
        </div>
      )}
    </Alert>
  );
}
