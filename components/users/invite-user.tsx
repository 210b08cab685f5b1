"use client";

import { Modal } from "@mantine/core";
import { NewUserForm } from "#components/users/new-user-form.tsx";

interface NewUserDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

export function InviteUserDialog({ isOpen, onClose }: NewUserDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Invite a user" size={520}>
      <NewUserForm how="invite" onClose={onClose} />
    </Modal>
  );
}

export function CreateUserDialog({ isOpen, onClose }: NewUserDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Add a user without telling them" size={520}>
      <NewUserForm how="create" onClose={onClose} />
    </Modal>
  );
}
