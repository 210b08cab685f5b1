"use client";

import { Box, Button, Modal, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { confirm } from "#components/feedback/confirm.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { SuspensionEnd } from "#components/users/suspension-end.tsx";
import type { BulkUsers } from "#components/users/use-bulk-users.tsx";

const REASON_MAX_LENGTH = 500;

/** What can be done with the chosen users. */
export function BulkActions({ bulk }: { bulk: BulkUsers }) {
  const t = useText();
  const [maySuspend, mayDelete] = [useCan("users.suspend"), useCan("users.delete")];
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState<Date>();

  function begin() {
    setUntil(undefined);
    open();
  }

  function suspend(event: FormEvent) {
    event.preventDefault();
    void bulk.suspend({ reason, until }).then(close);
  }

  return (
    <>
      {maySuspend && (
        <>
          <Button size="compact-sm" variant="default" disabled={bulk.isBusy} onClick={begin}>
            {t("Suspend…")}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={bulk.isBusy}
            onClick={() => void bulk.reinstate()}
          >
            {t("Reinstate")}
          </Button>
        </>
      )}
      {mayDelete && <DeleteUsers bulk={bulk} />}
      <Modal opened={isOpen} onClose={close} title={t("Suspend the chosen users?")}>
        <form aria-label={t("Suspend the chosen users")} onSubmit={suspend}>
          <Text size="sm" c="dimmed" mb="sm">
            {t(
              "They are signed out everywhere at once and cannot sign in until the suspension ends.",
            )}
          </Text>
          <Textarea
            label={t("Reason")}
            description={t("Kept in the history of each. The users do not see it.")}
            rows={3}
            maxLength={REASON_MAX_LENGTH}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Box mt="sm">
            <SuspensionEnd value={until} onChange={setUntil} />
          </Box>
          <Button type="submit" color="red" mt="md" loading={bulk.isBusy}>
            {t("Suspend")}
          </Button>
        </form>
      </Modal>
    </>
  );
}

function DeleteUsers({ bulk }: { bulk: BulkUsers }) {
  const t = useText();
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={bulk.isBusy}
      onClick={() =>
        confirm({
          title: t("Delete the chosen users?"),
          consequence: t(
            "They go to the trash: signed out everywhere at once, and every link mailed to them stops working. They can be restored from there.",
          ),
          action: t("Delete"),
          isDangerous: true,
          onConfirm: () => void bulk.remove(),
        })
      }
    >
      {t("Delete…")}
    </Button>
  );
}
