"use client";

import { Button, Modal, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import type { BulkUsers } from "#components/users/use-bulk-users.tsx";

const REASON_MAX_LENGTH = 500;

/** What can be done with the chosen users. */
export function BulkActions({ bulk }: { bulk: BulkUsers }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState("");

  function suspend(event: FormEvent) {
    event.preventDefault();
    void bulk.suspend(reason).then(close);
  }

  return (
    <>
      <Button size="compact-sm" variant="default" disabled={bulk.isBusy} onClick={open}>
        Suspend…
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={bulk.isBusy}
        onClick={() => void bulk.reinstate()}
      >
        Reinstate
      </Button>
      <Modal opened={isOpen} onClose={close} title="Suspend the chosen users?">
        <form aria-label="Suspend the chosen users" onSubmit={suspend}>
          <Text size="sm" c="dimmed" mb="sm">
            They are signed out everywhere at once and cannot sign in until somebody reinstates
            them.
          </Text>
          <Textarea
            label="Reason"
            description="Kept in the history of each. The users do not see it."
            rows={3}
            maxLength={REASON_MAX_LENGTH}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button type="submit" color="red" mt="md" loading={bulk.isBusy}>
            Suspend
          </Button>
        </form>
      </Modal>
    </>
  );
}
