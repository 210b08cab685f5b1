"use client";

import { Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import {
  type Invitations,
  type Refusals,
  readRefusals,
  sendable,
  toInput,
} from "#components/users/invitations.ts";
import { parseInvitees, problemWith } from "#components/users/invitee-lines.ts";
import { RolePicker } from "#components/users/role-picker.tsx";
import { UserFields } from "#server/domains/users/schema.ts";
import classes from "./invite-many.module.css";

const Typed = z.strictObject({
  text: z.string().check(({ value, issues }) => {
    const message = problemWith(parseInvitees(value));
    if (message) issues.push({ code: "custom", message, input: value });
  }),
  roles: UserFields.shape.roles,
  department: z.string().max(100),
});

export interface InviteManyFormProps {
  /** What was typed before, when somebody comes back to change it. */
  initial: z.infer<typeof Typed>;
  onChecked: (typed: z.infer<typeof Typed>, checked: Invitations, refusals: Refusals) => void;
  onClose: () => void;
}

export const NOTHING_TYPED: z.infer<typeof Typed> = { text: "", roles: ["viewer"], department: "" };

const EXAMPLE = "Ada Lovelace <ada@example.com>\nbob@example.com, Bob Brown, Legal";

/** Takes the lines and asks the server what would become of each. */
export function InviteManyForm({ initial, onChecked, onClose }: InviteManyFormProps) {
  const t = useText();
  const trpc = useTRPC();
  const ask = useMutation(trpc.users.inviteMany.mutationOptions());
  const form = useSchemaForm({
    schema: Typed,
    initialValues: initial,
    async save({ text, roles, department }) {
      const lines = parseInvitees(text).map((line) => ({
        ...line,
        department: line.department ?? (department.trim() || undefined),
      }));
      const checked = { lines, roles };
      const outcome = await ask.mutateAsync({ ...toInput(checked), isDryRun: true });
      return { checked, refusals: readRefusals(sendable(checked), outcome) };
    },
    onSaved: ({ checked, refusals }, typed) => onChecked(typed, checked, refusals),
  });
  const { fields } = form;
  const count = parseInvitees(fields.getValues().text).length;
  return (
    <SchemaForm form={form} label={t("Invite many users")}>
      <Textarea
        label={t("People")}
        description={t("One a line: an address, {named}, or address, name, department.", {
          named: `${t("Name")} <${t("address")}>`,
        })}
        placeholder={EXAMPLE}
        withAsterisk
        rows={9}
        spellCheck={false}
        data-autofocus
        classNames={{ input: classes.text }}
        {...fields.getInputProps("text")}
      />
      <Text size="xs" c="dimmed" aria-live="polite">
        {t("{count, plural, one {# person} other {# people}}", { count })}
      </Text>
      <TextInput
        label={t("Department")}
        description={t("Of those whose line names none.")}
        {...fields.getInputProps("department")}
      />
      <RolePicker {...fields.getInputProps("roles")} />
      <FormActions submit={t("Check the list")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
