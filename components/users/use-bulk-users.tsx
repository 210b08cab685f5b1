"use client";

import { useMutation } from "@tanstack/react-query";
import { selectionOf } from "#components/data-grid/selection-of.ts";
import type { useGrid } from "#components/data-grid/use-grid.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { useBulk } from "#components/users/use-bulk.tsx";
import type {
  SuspendUsersInput,
  USER_FIELDS,
  User,
  UserSelection,
} from "#server/domains/users/schema.ts";

export type UserGrid = ReturnType<typeof useGrid<User, typeof USER_FIELDS>>;
export type BulkUsers = ReturnType<typeof useBulkUsers>;

/** Suspends, reinstates and deletes the chosen users; suspension and deletion can be undone. */
export function useBulkUsers(grid: UserGrid) {
  const trpc = useTRPC();
  const run = useBulk(grid);
  const suspend = useMutation(trpc.users.suspendMany.mutationOptions());
  const reinstate = useMutation(trpc.users.reinstateMany.mutationOptions());
  const remove = useMutation(trpc.users.deleteMany.mutationOptions());
  const restore = useMutation(trpc.users.restoreMany.mutationOptions());

  const chosen = (): UserSelection => selectionOf(grid);
  const reinstateThem = (selection: UserSelection) =>
    run({
      work: () => reinstate.mutateAsync({ selection }),
      done: "{count, plural, one {# user} other {# users}} reinstated.",
    });
  const restoreThem = (ids: string[]) =>
    run({
      work: () => restore.mutateAsync({ selection: { ids } }),
      done: "{count, plural, one {# user} other {# users}} restored.",
    });

  return {
    isBusy: [suspend, reinstate, remove, restore].some(({ isPending }) => isPending),
    suspend: (suspension: Omit<SuspendUsersInput, "selection">) =>
      run({
        work: () => suspend.mutateAsync({ selection: chosen(), ...suspension }),
        done: "{count, plural, one {# user} other {# users}} suspended.",
        back: (ids) => void reinstateThem({ ids }),
      }),
    reinstate: () => reinstateThem(chosen()),
    remove: () =>
      run({
        work: () => remove.mutateAsync({ selection: chosen() }),
        done: "{count, plural, one {# user} other {# users}} moved to the trash.",
        back: (ids) => void restoreThem(ids),
      }),
  };
}
