"use client";

import { IconHelpHexagon } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ExplanationPanel } from "#components/access/explanation-panel.tsx";
import { NO_QUESTION, Question, toInput } from "#components/access/question.ts";
import { QuestionForm } from "#components/access/question-form.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Message } from "#components/feedback/message.tsx";
import { useSchemaForm } from "#components/form/use-schema-form.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Explanation } from "#server/domains/roles/schema.ts";
import classes from "./access.module.css";

/** A question on the left, its answer on the right. */
export function ExplainAccess({ userId }: { userId: string }) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const form = useSchemaForm<Question, Explanation>({
    schema: Question,
    initialValues: { ...NO_QUESTION, userId },
    save: (values) =>
      queryClient.fetchQuery(trpc.access.explain.queryOptions(toInput(values), { staleTime: 0 })),
    onSaved: setExplanation,
  });
  return (
    <div className={classes.columns}>
      <QuestionForm form={form} />
      <div role="status">
        {explanation ? (
          <ExplanationPanel explanation={explanation} />
        ) : (
          <Panel title={t("Answer")} isFlush>
            <Message icon={<IconHelpHexagon size={20} />} title={t("Nothing asked yet")}>
              {t(
                "Say who wants to do what: you see whether they may, which role decides it, and what would change the answer.",
              )}
            </Message>
          </Panel>
        )}
      </div>
    </div>
  );
}
