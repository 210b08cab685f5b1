import { notifications } from "@mantine/notifications";
import { readProblem } from "#components/trpc/problem.ts";

export function notifyDone(message: string) {
  notifications.show({ message, color: "verdigris" });
}

export function notifyProblem(error: unknown) {
  const { message, requestId } = readProblem(error);
  notifications.show({
    title: message,
    message: requestId ? `Request ${requestId}` : undefined,
    color: "red",
    autoClose: 10_000,
  });
}
