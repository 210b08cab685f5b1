"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { z } from "zod";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";

interface ConfirmByPressProps<Link extends object> {
  schema: z.ZodType<unknown, Link>;
  link: Link;
  confirm: (link: Link) => Promise<unknown>;
  title: string;
  /** The accessible name of the form. */
  label: string;
  /** The verb on the button. */
  action: string;
  children: ReactNode;
}

/** What a mailed link does waits for a press of the button, since programs that read mail open links too. */
export function ConfirmByPress<Link extends object>(props: ConfirmByPressProps<Link>) {
  const { schema, link, confirm, title, label, action, children } = props;
  const form = useSchemaForm({
    schema,
    initialValues: link,
    save: confirm,
    onSaved: () => undefined,
  });
  return (
    <>
      <EntranceHeading title={title}>{children}</EntranceHeading>
      <SchemaForm form={form} label={label}>
        <Button type="submit" size="md" fullWidth loading={form.isSaving}>
          {action}
        </Button>
      </SchemaForm>
    </>
  );
}
