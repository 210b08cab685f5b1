"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Message } from "#components/feedback/message.tsx";

interface NoMatchProps {
  icon: ReactNode;
  title: string;
  /** What else to try. */
  children: ReactNode;
  onClear: () => void;
}

/** Stands in a list of which the filters leave nothing. */
export function NoMatch({ icon, title, children, onClear }: NoMatchProps) {
  return (
    <Message
      icon={icon}
      title={title}
      actions={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      {children}
    </Message>
  );
}
