"use client";

import { useQueryClient } from "@tanstack/react-query";
import { NOTHING_SELECTED } from "#components/data-grid/use-grid.ts";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useUndo } from "#components/feedback/use-undo.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { BulkOutcome } from "#server/domains/users/schema.ts";

type CountMessage =
  | "{count, plural, one {# user} other {# users}} suspended."
  | "{count, plural, one {# user} other {# users}} reinstated."
  | "{count, plural, one {# user} other {# users}} restored."
  | "{count, plural, one {# user} other {# users}} moved to the trash.";

interface Undertaking {
  work: () => Promise<BulkOutcome>;
  /** What was done, with the number of users. */
  done: CountMessage;
  back?: (ids: string[]) => void;
}

/** Does something with many users and tells what became of each; `back` undoes it by the button or Ctrl Z. */
export function useBulk(grid: { setSelection: (selection: typeof NOTHING_SELECTED) => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const t = useText();
  const undo = useUndo();

  function tell({ done, refused }: BulkOutcome, { done: verb, back }: Undertaking) {
    undo.tell({
      title: t(verb, { count: done.length }),
      details: <Refusals refused={refused} />,
      isPartial: refused.length > 0,
      undo: back && done.length > 0 ? () => back(done) : null,
    });
  }

  return async function run(undertaking: Undertaking) {
    undo.forget();
    try {
      const outcome = await undertaking.work();
      grid.setSelection(NOTHING_SELECTED);
      await queryClient.invalidateQueries(trpc.users.pathFilter());
      tell(outcome, undertaking);
    } catch (error) {
      notifyProblem(error);
    }
  };
}

function Refusals({ refused }: Pick<BulkOutcome, "refused">) {
  const t = useText();
  const reasons = new Map<string, number>();
  for (const { message } of refused) reasons.set(message, (reasons.get(message) ?? 0) + 1);
  return [...reasons].map(([message, times]) => (
    <div key={message}>
      {times === 1
        ? t.known(message)
        : t("{times} times: {message}", { times, message: t.known(message) })}
    </div>
  ));
}
