"use client";

import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { NOTHING_SELECTED, type useGrid } from "#components/data-grid/use-grid.ts";
import { notifyProblem } from "#components/feedback/notify.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type {
  BulkOutcome,
  USER_FIELDS,
  User,
  UserSelection,
} from "#server/domains/users/schema.ts";

export type UserGrid = ReturnType<typeof useGrid<User, typeof USER_FIELDS>>;
export type BulkUsers = ReturnType<typeof useBulkUsers>;

const UNDO_MS = 20_000;

interface Undertaking {
  work: () => Promise<BulkOutcome>;
  /** What was done: "suspended". */
  done: string;
  back?: (ids: string[]) => void;
}

/** Suspends and reinstates the chosen users; a suspension can be undone by the button or Ctrl Z. */
export function useBulkUsers(grid: UserGrid) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const suspend = useMutation(trpc.users.suspendMany.mutationOptions());
  const reinstate = useMutation(trpc.users.reinstateMany.mutationOptions());
  useHotkeys([["mod+Z", () => undo?.()]]);

  async function run(undertaking: Undertaking) {
    setUndo(null);
    try {
      const outcome = await undertaking.work();
      grid.setSelection(NOTHING_SELECTED);
      await queryClient.invalidateQueries(trpc.users.pathFilter());
      tell(outcome, undertaking);
    } catch (error) {
      notifyProblem(error);
    }
  }

  function tell({ done, refused }: BulkOutcome, { done: verb, back }: Undertaking) {
    const id = `bulk-${Date.now()}`;
    const takeBack = () => {
      notifications.hide(id);
      back?.(done);
    };
    const canUndo = back !== undefined && done.length > 0;
    if (canUndo) setUndo(() => takeBack);
    notifications.show({
      id,
      color: refused.length > 0 ? "orange" : "verdigris",
      autoClose: UNDO_MS,
      title: `${done.length === 1 ? "1 user" : `${done.length} users`} ${verb}.`,
      message: <Aftermath refused={refused} onUndo={canUndo ? takeBack : null} />,
    });
  }

  const reinstateThem = (selection: UserSelection) =>
    run({ work: () => reinstate.mutateAsync({ selection }), done: "reinstated" });

  return {
    isBusy: suspend.isPending || reinstate.isPending,
    suspend: (reason: string) =>
      run({
        work: () => suspend.mutateAsync({ selection: selectionOf(grid), reason }),
        done: "suspended",
        back: (ids) => void reinstateThem({ ids }),
      }),
    reinstate: () => reinstateThem(selectionOf(grid)),
  };
}

interface AftermathProps {
  refused: BulkOutcome["refused"];
  onUndo: (() => void) | null;
}

function Aftermath({ refused, onUndo }: AftermathProps) {
  const reasons = new Map<string, number>();
  for (const { message } of refused) reasons.set(message, (reasons.get(message) ?? 0) + 1);
  return (
    <>
      {[...reasons].map(([message, times]) => (
        <div key={message}>{times === 1 ? message : `${times} times: ${message}`}</div>
      ))}
      {onUndo && (
        <Button size="compact-xs" variant="subtle" onClick={onUndo}>
          Undo
        </Button>
      )}
    </>
  );
}

function selectionOf({ selection, state }: UserGrid): UserSelection {
  const ids = [...selection.ids];
  if (!selection.isAllMatching) return { ids };
  const { search, filter } = state;
  const matching = { search: search || undefined, filter: filter ?? undefined };
  return { matching: matching as UserSelection["matching"], except: ids };
}
