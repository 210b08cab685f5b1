import { notifications } from "@mantine/notifications";
import { Known, RequestNumber } from "#components/i18n/said.tsx";
import { readProblem } from "#components/trpc/problem.ts";

export function notifyDone(message: string) {
  notifications.show({ message, color: "verdigris" });
}

export function notifyProblem(error: unknown) {
  const { message, requestId } = readProblem(error);
  notifications.show({
    title: <Known text={message} />,
    message: requestId && <RequestNumber id={requestId} />,
    color: "red",
    autoClose: 10_000,
  });
}
