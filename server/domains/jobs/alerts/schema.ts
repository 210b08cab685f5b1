import { z } from "zod";
import { EmailAddress, Text } from "#server/platform/text/schema.ts";

/** What is measured of a queue, and what it is called. */
export const ALERT_METRICS = {
  depth: "Jobs waiting",
  age: "Seconds that the oldest job has waited",
  "failure-rate": "Percent of attempts that failed in 15 minutes",
} as const;
export type AlertMetric = keyof typeof ALERT_METRICS;
export const AlertMetric = z.enum(Object.keys(ALERT_METRICS) as [AlertMetric, ...AlertMetric[]]);

export const MAX_RECIPIENTS = 20;
const MAX_THRESHOLD = 1_000_000_000;

const AlertRule = {
  /** Left out, every queue by itself. */
  queue: Text(100).optional(),
  metric: AlertMetric,
  /** A mail goes out when what is measured is higher. */
  threshold: z.number().min(0).max(MAX_THRESHOLD),
  recipients: z.array(EmailAddress).min(1, "Name at least one").max(MAX_RECIPIENTS),
};

const canBePassed = ({ metric, threshold }: { metric: AlertMetric; threshold: number }) =>
  metric !== "failure-rate" || threshold < 100;
const NEVER_PASSED = { path: ["threshold"], message: "Choose less than 100 percent" };

export const AlertInput = z.strictObject(AlertRule).refine(canBePassed, NEVER_PASSED);
export type AlertInput = z.infer<typeof AlertInput>;

export const AlertId = z.strictObject({ alertId: z.uuid() });
export type AlertId = z.infer<typeof AlertId>;

export const UpdateAlertInput = AlertId.extend({
  /** Of the alert as it was read. */
  version: z.int(),
  ...AlertRule,
}).refine(canBePassed, NEVER_PASSED);
export type UpdateAlertInput = z.infer<typeof UpdateAlertInput>;

export const Alert = z.strictObject({
  id: z.uuid(),
  queue: z.string().nullable(),
  metric: AlertMetric,
  threshold: z.number(),
  recipients: z.array(z.string()),
  createdAt: z.date(),
  version: z.int(),
  /** Null while the threshold holds. */
  firingSince: z.date().nullable(),
  /** Where it was highest at the last look, and how high. */
  worstQueue: z.string().nullable(),
  value: z.number().nullable(),
  checkedAt: z.date().nullable(),
});
export type Alert = z.infer<typeof Alert>;
export const Alerts = z.array(Alert);
