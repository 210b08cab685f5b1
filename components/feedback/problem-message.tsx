"use client";

import { Button } from "@mantine/core";
import { IconCloudOff, IconLock } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { readProblem } from "#components/trpc/problem.ts";

interface ProblemMessageProps {
  error: unknown;
  onRetry?: () => void;
}

/** A failed read, with the way to try again; never an empty list. */
export function ProblemMessage({ error, onRetry }: ProblemMessageProps) {
  const { code, message, requestId } = readProblem(error);
  const isForbidden = code === "FORBIDDEN";
  return (
    <div role="alert">
      <Message
        icon={isForbidden ? <IconLock size={20} /> : <IconCloudOff size={20} />}
        title={isForbidden ? "Not yours to see" : "This could not be loaded"}
        actions={
          onRetry && (
            <Button variant="default" onClick={onRetry}>
              Try again
            </Button>
          )
        }
      >
        {message}
        {requestId && <div>Request {requestId}</div>}
      </Message>
    </div>
  );
}
