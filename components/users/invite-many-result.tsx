"use client";

import { Alert, Button, CopyButton, Group } from "@mantine/core";
import { IconCheck, IconCopy, IconMailCheck } from "@tabler/icons-react";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Refusals, refusalOf } from "#components/users/invitations.ts";
import type { InviteeLine } from "#components/users/invitee-lines.ts";
import { InviteeTable } from "#components/users/invitee-table.tsx";

interface InviteManyResultProps {
  lines: InviteeLine[];
  refusals: Refusals;
  onClose: () => void;
}

/** How many are invited, and the lines that were left, to be copied and mended. */
export function InviteManyResult({ lines, refusals, onClose }: InviteManyResultProps) {
  const t = useText();
  const failed = lines.filter((line) => refusalOf(line, refusals) !== null);
  const count = lines.length - failed.length;
  return (
    <>
      <Alert
        role="status"
        color={count === 0 ? "orange" : "verdigris"}
        icon={<IconMailCheck size={18} />}
        title={t(
          "{count, plural, one {# invitation is on its way.} other {# invitations are on their way.}}",
          { count },
        )}
        mb={failed.length > 0 ? "md" : 0}
      />
      {failed.length > 0 && (
        <InviteeTable
          label={t("Lines that were left out")}
          lines={failed}
          refusals={refusals}
          good=""
        />
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        {failed.length > 0 && (
          <CopyButton value={failed.map(({ text }) => text).join("\n")}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                onClick={copy}
                leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
              >
                {copied ? t("Copied") : t("Copy these lines")}
              </Button>
            )}
          </CopyButton>
        )}
        <Button onClick={onClose} data-autofocus>
          {t("Done")}
        </Button>
      </Group>
    </>
  );
}
