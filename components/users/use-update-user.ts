"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useUndo } from "#components/feedback/use-undo.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { useRefreshUser } from "#components/users/use-refresh-user.ts";
import type { UpdateUserInput, User, UserPage } from "#server/domains/users/schema.ts";

type Edit = Pick<UpdateUserInput, "name" | "roles"> & { department?: string | null | undefined };

/** Saves an edit of a user: the page and the lists show it at once, and it can be undone. */
export function useUpdateUser(userId: string) {
  const t = useText();
  const trpc = useTRPC();
  const show = useShowUser(userId);
  const refresh = useRefreshUser(userId);
  const undo = useUndo();
  const update = useMutation(
    trpc.users.update.mutationOptions({
      onMutate: show,
      onError: (_error, _input, takeBack) => takeBack?.(),
      onSettled: refresh,
    }),
  );
  const undoing = useMutation(
    trpc.users.update.mutationOptions({
      onMutate: show,
      onError(error, _input, takeBack) {
        takeBack?.();
        notifyProblem(error);
      },
      onSuccess: () => notifyDone(t("The edit is undone.")),
      onSettled: refresh,
    }),
  );

  function tell(saved: User, before: Edit) {
    const { name, roles, department } = before;
    const { version } = saved;
    undo.tell({
      title: t("Changes saved."),
      undo: () => undoing.mutate({ userId, version, name, roles, department }),
    });
  }
  return { save: update.mutateAsync, tell };
}

/** Shows an edit in everything that was read of the user; answers the way back. */
function useShowUser(userId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async ({ name, roles, department }: Edit) => {
    const one = trpc.users.get.queryFilter({ userId });
    const lists = trpc.users.list.pathFilter();
    await Promise.all([queryClient.cancelQueries(one), queryClient.cancelQueries(lists)]);
    const before = [...queryClient.getQueriesData(one), ...queryClient.getQueriesData(lists)];
    const edit = { name, roles, department: department || null };
    queryClient.setQueriesData<User>(one, (user) => user && { ...user, ...edit });
    queryClient.setQueriesData<UserPage>(lists, (page) => page && showIn(page, { userId, edit }));
    return () => {
      for (const [key, data] of before) queryClient.setQueryData(key, data);
    };
  };
}

interface Shown {
  userId: string;
  edit: Partial<User>;
}

function showIn(page: UserPage, { userId, edit }: Shown): UserPage {
  const items = page.items.map((user) => (user.id === userId ? { ...user, ...edit } : user));
  return { ...page, items };
}
