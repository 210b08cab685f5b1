"use client";

import { Modal } from "@mantine/core";
import { useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Invitations, Refusals } from "#components/users/invitations.ts";
import { InviteManyForm, NOTHING_TYPED } from "#components/users/invite-many-form.tsx";
import { InviteManyResult } from "#components/users/invite-many-result.tsx";
import { InviteManyReview } from "#components/users/invite-many-review.tsx";

type Stage =
  | { name: "write" }
  | { name: "review" | "done"; invitations: Invitations; refusals: Refusals };

interface InviteManyDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

export function InviteManyDialog({ isOpen, onClose }: InviteManyDialogProps) {
  const t = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("Invite many users")} size={760}>
      <InviteMany onClose={onClose} />
    </Modal>
  );
}

/** The lines are written, looked at with what the server knows of them, and sent. */
function InviteMany({ onClose }: { onClose: () => void }) {
  const [stage, setStage] = useState<Stage>({ name: "write" });
  const [typed, setTyped] = useState(NOTHING_TYPED);
  if (stage.name === "write") {
    return (
      <InviteManyForm
        initial={typed}
        onClose={onClose}
        onChecked={(text, invitations, refusals) => {
          setTyped(text);
          setStage({ name: "review", invitations, refusals });
        }}
      />
    );
  }
  if (stage.name === "review") {
    return (
      <InviteManyReview
        invitations={stage.invitations}
        refusals={stage.refusals}
        onBack={() => setStage({ name: "write" })}
        onSent={(refusals) => setStage({ ...stage, name: "done", refusals })}
      />
    );
  }
  return (
    <InviteManyResult lines={stage.invitations.lines} refusals={stage.refusals} onClose={onClose} />
  );
}
