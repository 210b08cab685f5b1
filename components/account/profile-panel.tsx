"use client";

import { TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { EmailState } from "#components/account/email-state.tsx";
import { OwnAvatar } from "#components/account/own-avatar.tsx";
import { Panel } from "#components/display/panel.tsx";
import { notifyDone } from "#components/feedback/notify.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { UpdateProfileInput, type Viewer } from "#server/domains/auth/schema.ts";

export function ProfilePanel() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.account.get.queryOptions());
  return (
    <Panel title={t("Profile")}>
      <QueryView query={query} skeleton={<SkeletonRows count={3} />}>
        {(viewer) => (
          <>
            <OwnAvatar />
            <EmailState viewer={viewer} />
            <ProfileForm viewer={viewer} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function ProfileForm({ viewer }: { viewer: Viewer }) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const update = useMutation(trpc.account.updateProfile.mutationOptions());
  const form = useSchemaForm({
    schema: UpdateProfileInput,
    initialValues: { name: viewer.name },
    follows: { mark: viewer.name, take: () => ({ name: viewer.name }) },
    save: update.mutateAsync,
    onSaved: async () => {
      notifyDone(t("Profile saved."));
      await queryClient.invalidateQueries(trpc.account.get.queryFilter());
      router.refresh();
    },
  });
  return (
    <SchemaForm form={form} label={t("Profile")}>
      <TextInput
        label={t("Name")}
        withAsterisk
        autoComplete="name"
        {...form.fields.getInputProps("name")}
      />
      <FormActions submit={t("Save profile")} isSaving={form.isSaving} />
    </SchemaForm>
  );
}
