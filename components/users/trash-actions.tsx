"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useUndo } from "#components/feedback/use-undo.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { PurgeUser } from "#components/users/purge-user.tsx";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import type { User } from "#server/domains/users/schema.ts";

/** Into the trash, which can be undone, and out of it or on. */
export function TrashActions({ user }: { user: User }) {
  const trpc = useTRPC();
  const refresh = useRefreshUser(user.id);
  const undo = useUndo();
  const remove = useMutation(trpc.users.delete.mutationOptions({ onError: notifyProblem }));
  const restore = useMutation(trpc.users.restore.mutationOptions({ onError: notifyProblem }));
  const userId = user.id;

  const bringBack = () =>
    restore.mutate(
      { userId },
      {
        onSuccess: async () => {
          undo.tell({ title: `${user.name} is restored.`, undo: null });
          await refresh();
        },
      },
    );
  const putAway = () =>
    remove.mutate(
      { userId },
      {
        onSuccess: async () => {
          undo.tell({ title: `${user.name} is in the trash.`, undo: bringBack });
          await refresh();
        },
      },
    );

  if (user.status !== "deleted") {
    return (
      <Button
        variant="default"
        loading={remove.isPending}
        leftSection={<IconTrash size={16} stroke={1.6} />}
        onClick={() =>
          confirm({
            title: `Delete ${user.name}?`,
            consequence:
              "They go to the trash: signed out everywhere at once, and every link mailed to them stops working. They can be restored from there.",
            action: "Delete",
            isDangerous: true,
            onConfirm: putAway,
          })
        }
      >
        Delete
      </Button>
    );
  }
  return (
    <>
      <Button
        loading={restore.isPending}
        leftSection={<IconArrowBackUp size={16} stroke={1.8} />}
        onClick={bringBack}
      >
        Restore
      </Button>
      <PurgeUser user={user} />
    </>
  );
}
