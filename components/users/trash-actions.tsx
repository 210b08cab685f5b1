"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useUndo } from "#components/feedback/use-undo.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { PurgeUser } from "#components/users/purge-user.tsx";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import type { User } from "#server/domains/users/schema.ts";

/** Into the trash, which can be undone, and out of it or on. */
export function TrashActions({ user }: { user: User }) {
  const t = useText();
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
          undo.tell({ title: t("{name} is restored.", { name: user.name }), undo: null });
          await refresh();
        },
      },
    );
  const putAway = () =>
    remove.mutate(
      { userId },
      {
        onSuccess: async () => {
          undo.tell({ title: t("{name} is in the trash.", { name: user.name }), undo: bringBack });
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
            title: t("Delete {name}?", { name: user.name }),
            consequence: t(
              "They go to the trash: signed out everywhere at once, and every link mailed to them stops working. They can be restored from there.",
            ),
            action: t("Delete"),
            isDangerous: true,
            onConfirm: putAway,
          })
        }
      >
        {t("Delete")}
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
        {t("Restore")}
      </Button>
      <PurgeUser user={user} />
    </>
  );
}
