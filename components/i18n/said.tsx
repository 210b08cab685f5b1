"use client";

import type { Message } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";

/** A text for what is made outside of components: notifications and dialogs. */
export function Said({ message }: { message: Message }) {
  return useText()(message as "Cancel");
}

/** What comes in English from the server. */
export function Known({ text }: { text: string }) {
  return useText().known(text);
}

/** The number under which the log tells more. */
export function RequestNumber({ id }: { id: string }) {
  return useText()("Request {id}", { id });
}
