"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { z } from "zod";
import { describeValue } from "#components/audit/change-text.ts";
import { Panel } from "#components/display/panel.tsx";
import { notifyDone } from "#components/feedback/notify.tsx";
import { FormActions } from "#components/form/form-actions.tsx";
import { SchemaForm } from "#components/form/schema-form.tsx";
import {
  type SchemaForm as SchemaFormState,
  useSchemaForm,
} from "#components/form/use-schema-form.ts";
import type { Message, Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { AllSettings, UpdateSettingsInput } from "#server/domains/settings/schema.ts";
import classes from "./settings.module.css";

type Group = UpdateSettingsInput["group"];
type Input<Name extends Group> = Extract<UpdateSettingsInput, { group: Name }>;

interface SettingsFormOptions<Name extends Group> {
  group: Name;
  settings: AllSettings[Name];
  schema: z.ZodType<unknown, Input<Name>>;
  /** What the fields of the value are called. */
  labels: Record<keyof AllSettings[Name]["value"], Message>;
  /** A value as people say it, where it is not said as it stands. */
  say?: (value: unknown, field: string) => string | null;
}

/** The form of one group. What is saved leaves the other groups as they are shown, and edited. */
export function useSettingsForm<Name extends Group>(options: SettingsFormOptions<Name>) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(trpc.settings.update.mutationOptions());
  const { group, settings, labels, say = (value) => sayKnown(t, value) } = options;
  const valuesOf = (value: unknown, version: number) =>
    ({ group, value, version }) as unknown as Input<Name>;
  return useSchemaForm<Input<Name>, AllSettings>({
    schema: options.schema,
    initialValues: valuesOf(settings.value, settings.version),
    follows: {
      mark: settings.version,
      take: () => valuesOf(settings.value, settings.version),
    },
    save: update.mutateAsync,
    onSaved: (saved) => {
      queryClient.setQueryData(
        trpc.settings.list.queryKey(),
        (shown) => shown && { ...shown, [group]: saved[group] },
      );
      notifyDone(t("Settings saved."));
    },
    conflict: {
      labels: Object.fromEntries(
        Object.entries<Message>(labels).map(([field, label]) => [`value.${field}`, t(label)]),
      ),
      adopt: valuesOf,
      say: (value, path) => say(value, path.slice("value.".length)),
    },
  });
}

function sayKnown(t: Text, value: unknown): string | null {
  const said = describeValue(value, t);
  return said && t.known(said);
}

interface SettingsFormProps<Name extends Group> {
  id: string;
  title: string;
  description: string;
  form: SchemaFormState<Input<Name>>;
  settings: AllSettings[Name];
  children: ReactNode;
}

export function SettingsForm<Name extends Group>({
  id,
  title,
  description,
  form,
  settings,
  children,
}: SettingsFormProps<Name>) {
  const t = useText();
  const mayUpdate = useCan("settings.update");
  return (
    <Panel id={id} title={title} description={description}>
      <SchemaForm form={form} label={title} isReadOnly={!mayUpdate}>
        {children}
        {mayUpdate && (
          <div className={classes.actions}>
            <FormActions submit={t("Save")} isSaving={form.isSaving} />
            <Provenance
              settings={settings}
              onReset={() => form.fields.setFieldValue("value", settings.defaults as never)}
            />
          </div>
        )}
      </SchemaForm>
    </Panel>
  );
}

interface ProvenanceProps {
  settings: AllSettings[Group];
  onReset: () => void;
}

/** Where the values come from, and the way back. */
function Provenance({ settings, onReset }: ProvenanceProps) {
  const t = useText();
  const isDefault = JSON.stringify(settings.value) === JSON.stringify(settings.defaults);
  if (isDefault) {
    return <span className={classes.changed}>{t("From the configuration")}</span>;
  }
  return (
    <span className={classes.changed}>
      {t.rich("Changed {when}", { when: <RelativeTime date={settings.changedAt} /> })}{" "}
      <Button variant="subtle" color="gray" size="compact-xs" onClick={onReset}>
        {t("Fill in the defaults")}
      </Button>
    </span>
  );
}
