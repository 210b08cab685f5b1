import { z } from "zod";
import { AppError } from "#server/platform/errors.ts";

const MAX_BATCH = 20;

const Id = z.union([z.string().max(100), z.int()]);
export type Id = z.infer<typeof Id>;

const Subscription = z.object({
  id: Id,
  method: z.literal("subscription"),
  params: z.object({
    path: z.string(),
    input: z.unknown(),
    lastEventId: z.string().optional(),
  }),
});
export type Subscription = z.infer<typeof Subscription>;

const Message = z.discriminatedUnion("method", [
  Subscription,
  z.object({ id: Id, method: z.literal("subscription.stop") }),
  z.object({ id: Id, method: z.literal(["query", "mutation"]) }),
]);
export type Message = z.infer<typeof Message>;

const Messages = z.union([
  Message.transform((message) => [message]),
  z.array(Message).max(MAX_BATCH),
]);

/**
 * What a tRPC client says over WebSocket: one message, or several at once (https://trpc.io/docs/rpc).
 * @throws AppError BAD_REQUEST
 */
export function readMessages(text: string): Message[] {
  try {
    return Messages.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "This is no message that a tRPC client sends.", { cause });
  }
}
