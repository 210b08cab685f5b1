"use client";

import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";

interface PageFailureProps {
  error: Error & { digest?: string };
}

export function PageFailure({ error }: PageFailureProps) {
  return (
    <div role="alert">
      <Message
        isPage
        icon={<IconCloudOff size={22} stroke={1.6} />}
        title="This page could not be shown"
        actions={
          <Button variant="default" onClick={() => window.location.reload()}>
            Try again
          </Button>
        }
      >
        Something went wrong on our side.
        {error.digest && <div>Its number in the log: {error.digest}</div>}
      </Message>
    </div>
  );
}
