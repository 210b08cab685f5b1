import { createRouter, permitted } from "#server/api/trpc.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { listAlerts } from "./queries.ts";
import { AlertId, AlertInput, Alerts, UpdateAlertInput } from "./schema.ts";
import { createAlert, deleteAlert, updateAlert } from "./service.ts";

/** When a queue's depth, age or failures are worth a mail. */
export function createAlertsRouter(definitions: readonly JobDefinition[]) {
  return createRouter({
    list: permitted("jobs.read", {
      description: "Every alert on queues, and whether it is firing",
    })
      .output(Alerts)
      .query(({ ctx }) => listAlerts(ctx)),

    create: permitted("jobs.manage", {
      description: "Sends mail when a queue passes a threshold, and when that is over",
      example: {
        queue: "audit.verify",
        metric: "depth",
        threshold: 1_000,
        recipients: ["ops@example.com"],
      },
    })
      .input(AlertInput)
      .output(Alerts)
      .mutation(async ({ ctx, input }) => {
        await createAlert(ctx, input, definitions);
        return listAlerts(ctx);
      }),

    update: permitted("jobs.manage", {
      description: "Another threshold, other recipients, or another rule altogether",
      example: {
        alertId: "0192f0c0-7c1e-7000-8000-000000000001",
        version: 1,
        metric: "age",
        threshold: 600,
        recipients: ["ops@example.com"],
      },
    })
      .input(UpdateAlertInput)
      .output(Alerts)
      .mutation(async ({ ctx, input }) => {
        await updateAlert(ctx, input, definitions);
        return listAlerts(ctx);
      }),

    delete: permitted("jobs.manage", {
      description: "Removes an alert",
      example: { alertId: "0192f0c0-7c1e-7000-8000-000000000001" },
    })
      .input(AlertId)
      .output(Alerts)
      .mutation(async ({ ctx, input }) => {
        await deleteAlert(ctx, input);
        return listAlerts(ctx);
      }),
  });
}
