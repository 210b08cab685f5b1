"use client";

import { Modal, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ShareFields } from "#components/views/share-fields.tsx";
import type { Views } from "#components/views/use-views.ts";
import { CreateViewInput, UpdateViewInput, type View } from "#server/domains/views/schema.ts";

interface DialogProps {
  views: Views;
  isOpen: boolean;
  onClose: () => void;
}

export function SaveViewDialog({ views, isOpen, onClose }: DialogProps) {
  const t = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("Save as a new view")} size={480}>
      <SaveViewForm views={views} onClose={onClose} />
    </Modal>
  );
}

function SaveViewForm({ views, onClose }: Omit<DialogProps, "isOpen">) {
  const t = useText();
  const trpc = useTRPC();
  const create = useMutation(trpc.views.create.mutationOptions());
  const form = useSchemaForm<z.input<typeof CreateViewInput>, View>({
    schema: CreateViewInput,
    initialValues: {
      list: views.list,
      name: "",
      state: views.state,
      share: { sharing: "private", roles: [], canEdit: "owner" },
    },
    save: create.mutateAsync,
    onSaved: async (view) => {
      notifyDone(t("{name} is saved.", { name: view.name }));
      onClose();
      await views.refresh();
      views.name(view);
    },
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Save as a new view")}>
      <TextInput
        label={t("Name")}
        description={t(
          "Search, filter, order and columns are saved; the rows are always those of today.",
        )}
        withAsterisk
        data-autofocus
        {...fields.getInputProps("name")}
      />
      <ShareFields share={fields.values.share} inputProps={(path) => fields.getInputProps(path)} />
      <FormActions submit={t("Save view")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}

interface EditProps extends DialogProps {
  view: View;
}

export function EditViewDialog({ isOpen, ...props }: EditProps) {
  const t = useText();
  const { view, onClose } = props;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("Edit {name}", { name: view.name })}
      size={480}
    >
      <EditViewForm {...props} />
    </Modal>
  );
}

function EditViewForm({ view, views, onClose }: Omit<EditProps, "isOpen">) {
  const t = useText();
  const trpc = useTRPC();
  const update = useMutation(trpc.views.update.mutationOptions());
  const form = useSchemaForm<z.input<typeof UpdateViewInput>, View>({
    schema: UpdateViewInput,
    initialValues: {
      viewId: view.id,
      version: view.version,
      name: view.name,
      share: view.share ?? undefined,
    },
    save: update.mutateAsync,
    onSaved: async ({ name }) => {
      notifyDone(t("{name} is saved.", { name }));
      onClose();
      await views.refresh();
    },
  });
  const { fields } = form;
  return (
    <SchemaForm form={form} label={t("Edit {name}", { name: view.name })}>
      <TextInput label={t("Name")} withAsterisk data-autofocus {...fields.getInputProps("name")} />
      {fields.values.share && (
        <ShareFields
          share={fields.values.share}
          inputProps={(path) => fields.getInputProps(path)}
        />
      )}
      <FormActions submit={t("Save")} isSaving={form.isSaving} onCancel={onClose} />
    </SchemaForm>
  );
}
