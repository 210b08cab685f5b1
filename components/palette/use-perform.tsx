"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ComponentType, useState } from "react";
import { notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Act, CommandDialogProps, CommandTools } from "#components/palette/commands.ts";
import { useColorScheme } from "#components/shell/color-scheme.ts";
import { useTRPCClient } from "#components/trpc/trpc.ts";

interface OpenDialog {
  Dialog: ComponentType<CommandDialogProps>;
  isOpen: boolean;
}

/** Does what an entry stands for; `dialog` is the one that it opened, to be rendered. */
export function usePerform() {
  const t = useText();
  const router = useRouter();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { setColorScheme } = useColorScheme();
  const [state, setState] = useState<OpenDialog | null>(null);

  function perform(act: Act) {
    if ("href" in act) {
      router.push(act.href);
    } else if ("dialog" in act) {
      setState({ Dialog: act.dialog, isOpen: true });
    } else {
      void attempt(act.run, { client, queryClient, setColorScheme, t });
    }
  }

  const close = () => setState((current) => current && { ...current, isOpen: false });
  const dialog = state && <state.Dialog isOpen={state.isOpen} onClose={close} />;
  return { perform, dialog };
}

async function attempt(run: (tools: CommandTools) => Promise<void> | void, tools: CommandTools) {
  try {
    await run(tools);
  } catch (error) {
    notifyProblem(error);
  }
}
