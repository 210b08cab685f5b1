"use client";

import { Button } from "@mantine/core";
import { IconCloudOff, IconLock } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { RequestNumber } from "#components/i18n/said.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { readProblem } from "#components/trpc/problem.ts";

interface ProblemMessageProps {
  error: unknown;
  onRetry?: () => void;
}

/** A failed read, with the way to try again; never an empty list. */
export function ProblemMessage({ error, onRetry }: ProblemMessageProps) {
  const t = useText();
  const { code, message, requestId } = readProblem(error);
  const isForbidden = code === "FORBIDDEN";
  return (
    <div role="alert">
      <Message
        icon={isForbidden ? <IconLock size={20} /> : <IconCloudOff size={20} />}
        title={isForbidden ? t("Not yours to see") : t("This could not be loaded")}
        actions={
          onRetry && (
            <Button variant="default" onClick={onRetry}>
              {t("Try again")}
            </Button>
          )
        }
      >
        {t.known(message)}
        {requestId && (
          <div>
            <RequestNumber id={requestId} />
          </div>
        )}
      </Message>
    </div>
  );
}
