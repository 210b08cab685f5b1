"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CurrentPasswordInput } from "#components/account/current-password-input.tsx";
import { NewPasswordInput } from "#components/auth/new-password-input.tsx";
import { Panel } from "#components/display/panel.tsx";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ChangePasswordInput } from "#server/domains/auth/schema.ts";

export function PasswordForm() {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(trpc.account.changePassword.mutationOptions());
  const form = useSchemaForm({
    schema: ChangePasswordInput,
    initialValues: { currentPassword: "", newPassword: "" },
    save: change.mutateAsync,
    onSaved: async () => {
      notifyDone(t("Password changed. Your other sessions have ended."));
      form.fields.reset();
      await queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
    },
  });
  return (
    <Panel
      id="password"
      title={t("Password")}
      description={t("Changing it ends your other sessions.")}
    >
      <SchemaForm form={form} label={t("Password")}>
        <CurrentPasswordInput input={form.fields.getInputProps("currentPassword")} />
        <NewPasswordInput
          label={t("New password")}
          input={form.fields.getInputProps("newPassword")}
        />
        <FormActions submit={t("Change password")} isSaving={form.isSaving} />
      </SchemaForm>
    </Panel>
  );
}
