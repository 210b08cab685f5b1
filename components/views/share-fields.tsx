"use client";

import { MultiSelect, NativeSelect, Radio, Stack } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { useRoles } from "#components/users/use-roles.ts";
import type { ViewShare } from "#server/domains/views/schema.ts";

interface Choice {
  value: string;
  label: PlainMessage;
}

const SHARINGS: Choice[] = [
  { value: "private", label: "Only me" },
  { value: "roles", label: "People with certain roles" },
  { value: "everyone", label: "Everyone who may see this list" },
];
const EDITORS: Choice[] = [
  { value: "owner", label: "Only me" },
  { value: "shared", label: "Everyone with whom it is shared" },
];

interface ShareFieldsProps {
  share: ViewShare;
  inputProps: (path: "share.sharing" | "share.roles" | "share.canEdit") => GetInputPropsReturnType;
}

/** Who sees a view and who may change it; nothing where there is no choice. */
export function ShareFields({ share, inputProps }: ShareFieldsProps) {
  const t = useText();
  const roles = useRoles();
  const canShare = useCan("views.share");
  if (!canShare && share.sharing === "private") return null;
  return (
    <>
      <Radio.Group label={t("Who may open it")} {...inputProps("share.sharing")}>
        <Stack gap={8} mt={6}>
          {SHARINGS.map(({ value, label }) => (
            <Radio key={value} value={value} label={t(label)} />
          ))}
        </Stack>
      </Radio.Group>
      {share.sharing === "roles" && (
        <MultiSelect
          label={t("Roles")}
          withAsterisk
          data={roles.map(({ key, label }) => ({ value: key, label: t.known(label) }))}
          {...inputProps("share.roles")}
        />
      )}
      {share.sharing !== "private" && (
        <NativeSelect
          label={t("Who may change it")}
          data={EDITORS.map(({ value, label }) => ({ value, label: t(label) }))}
          {...inputProps("share.canEdit")}
        />
      )}
    </>
  );
}
