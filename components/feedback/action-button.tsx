"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";

interface ActionButtonProps extends Omit<ButtonProps, "onClick"> {
  /** The accessible name, where the words on the button do not say of what. */
  "aria-label"?: string;
  /** Asked before, for what other people feel. */
  question?: { title: string; consequence: string; action: string };
  /** Said when it is done. */
  done: string;
  run: () => Promise<unknown>;
  children: ReactNode;
}

/** Does one thing and says how it went. */
export function ActionButton({ question, done, run, ...button }: ActionButtonProps) {
  const act = useMutation({
    mutationFn: run,
    onSuccess: () => notifyDone(done),
    onError: notifyProblem,
  });
  const ask = () =>
    question
      ? confirm({ ...question, isDangerous: true, onConfirm: () => act.mutate() })
      : act.mutate();
  return <Button {...button} loading={act.isPending} onClick={ask} />;
}
