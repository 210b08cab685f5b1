"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";

/** Resolves, ignores and reopens, and shows what has become of it. */
export function useSettle() {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.errors.settle.mutationOptions({
      async onSuccess({ changed }) {
        await queryClient.invalidateQueries(trpc.errors.pathFilter());
        notifyDone(
          t(
            "{count, plural, =0 {Nothing to change.} one {# error changed.} other {# errors changed.}}",
            {
              count: changed,
            },
          ),
        );
      },
      onError: notifyProblem,
    }),
  );
}
