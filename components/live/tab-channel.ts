import { z } from "zod";

const Message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hello") }),
  z.object({ kind: z.literal("heard"), subject: z.string(), lastEventId: z.string().optional() }),
  z.object({
    kind: z.literal("state"),
    liveness: z.enum(["live", "away", "off"]),
    lastEventId: z.string().optional(),
  }),
]);
export type TabMessage = z.infer<typeof Message>;

interface TabChannel {
  name: string;
  signal: AbortSignal;
  /** What another version says, and this one does not understand, is passed over. */
  onMessage: (message: TabMessage) => void;
}

/** To the other tabs of the browser; answers the way to tell them something. */
export function openTabChannel({ name, signal, onMessage }: TabChannel) {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    const message = Message.safeParse(data).data;
    if (message) onMessage(message);
  };
  signal.addEventListener("abort", () => channel.close());
  return (message: TabMessage) => {
    if (!signal.aborted) channel.postMessage(message);
  };
}
