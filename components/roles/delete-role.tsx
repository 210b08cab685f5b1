"use client";

import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useRefreshRoles } from "#components/roles/role-form.ts";
import { useHolders } from "#components/roles/use-holders.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Role } from "#server/domains/roles/schema.ts";

export function DeleteRole({ role: { key, label } }: { role: Role }) {
  const t = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const refresh = useRefreshRoles();
  const holders = useHolders(key) ?? 0;
  const remove = useMutation(
    trpc.roles.delete.mutationOptions({
      onSuccess: () => {
        notifyDone(t("The role {label} is deleted.", { label }));
        router.push("/roles");
        return refresh();
      },
      onError: notifyProblem,
    }),
  );
  return (
    <Button
      variant="default"
      loading={remove.isPending}
      leftSection={<IconTrash size={16} stroke={1.6} />}
      onClick={() =>
        confirm({
          title: t("Delete {label}?", { label }),
          consequence:
            holders === 0
              ? t("Nobody holds this role. It cannot be brought back.")
              : t(
                  "{count, plural, one {# user holds} other {# users hold}} this role. It is deleted only once they have another one.",
                  { count: holders },
                ),
          action: t("Delete role"),
          isDangerous: true,
          onConfirm: () => remove.mutate({ key }),
        })
      }
    >
      {t("Delete")}
    </Button>
  );
}
