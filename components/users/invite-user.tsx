"use client";

import { Modal } from "@mantine/core";
import { useText } from "#components/i18n/text-provider.tsx";
import { NewUserForm } from "#components/users/new-user-form.tsx";

interface NewUserDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

export function InviteUserDialog({ isOpen, onClose }: NewUserDialogProps) {
  const t = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("Invite a user")} size={520}>
      <NewUserForm how="invite" onClose={onClose} />
    </Modal>
  );
}

export function CreateUserDialog({ isOpen, onClose }: NewUserDialogProps) {
  const t = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("Add a user without telling them")}
      size={520}
    >
      <NewUserForm how="create" onClose={onClose} />
    </Modal>
  );
}
