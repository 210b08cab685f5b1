import { z } from "zod";
import { SelectionOf } from "#server/platform/list/selection/schema.ts";
import { JOB_FIELDS } from "../list/schema.ts";

export const STEERINGS = ["retry", "cancel", "delete"] as const;
export type SteeringName = (typeof STEERINGS)[number];

export const JobSelection = SelectionOf(JOB_FIELDS);
export type JobSelection = z.infer<typeof JobSelection>;

export const SteerManyInput = z.strictObject({
  action: z.enum(STEERINGS),
  selection: JobSelection,
});
export type SteerManyInput = z.infer<typeof SteerManyInput>;
