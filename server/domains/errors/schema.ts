import { z } from "zod";
import { ListInput, ListPage } from "#server/platform/list/schema.ts";
import { SelectionOf } from "#server/platform/list/selection/schema.ts";

export const ERROR_KINDS = {
  procedure: "Procedure",
  request: "Request",
  page: "Page",
  job: "Job",
} as const;
export const ERROR_STATUSES = {
  open: "Open",
  resolved: "Resolved",
  ignored: "Ignored",
} as const;
export type ErrorStatus = keyof typeof ERROR_STATUSES;
const ErrorKind = z.enum(Object.keys(ERROR_KINDS) as [keyof typeof ERROR_KINDS]);
const ErrorStatus = z.enum(Object.keys(ERROR_STATUSES) as [ErrorStatus, ...ErrorStatus[]]);

export const ErrorGroup = z.strictObject({
  id: z.uuid(),
  kind: ErrorKind,
  /** The procedure, route, page or queue. */
  place: z.string(),
  name: z.string(),
  /** What differs from one to the next is left out. */
  message: z.string(),
  count: z.int(),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  status: ErrorStatus,
});
export type ErrorGroup = z.infer<typeof ErrorGroup>;

export const ERROR_FIELDS = {
  status: {
    label: "State",
    type: "choice",
    options: Object.keys(ERROR_STATUSES) as ErrorStatus[],
    optionLabels: ERROR_STATUSES,
  },
  kind: {
    label: "Kind",
    type: "choice",
    options: Object.keys(ERROR_KINDS),
    optionLabels: ERROR_KINDS,
  },
  lastSeenAt: { label: "Last seen", type: "instant", isSortable: true },
  firstSeenAt: { label: "First seen", type: "instant", isSortable: true },
  count: { label: "Occurrences", type: "number", isSortable: true },
} as const;

export const ListErrorsInput = ListInput(ERROR_FIELDS, [
  { field: "lastSeenAt", direction: "desc" },
]);
export type ListErrorsInput = z.infer<typeof ListErrorsInput>;

export const ErrorPage = ListPage(ErrorGroup);
export type ErrorPage = z.infer<typeof ErrorPage>;

export const ErrorGroupId = z.strictObject({ groupId: z.uuid() });
export type ErrorGroupId = z.infer<typeof ErrorGroupId>;

export const ErrorGroupDetail = ErrorGroup.extend({
  settledByName: z.string().nullable(),
  settledAt: z.date().nullable(),
  /** When it occurred again after it was resolved. */
  cameBackAt: z.date().nullable(),
  /** By the hour, the last seven days, oldest first, hours without one too. */
  hours: z.array(z.strictObject({ at: z.date(), count: z.int() })),
  /** The newest five, the newest first. */
  samples: z.array(
    z.strictObject({
      id: z.uuid(),
      at: z.date(),
      message: z.string(),
      stack: z.string().nullable(),
      requestId: z.string().nullable(),
      jobId: z.string().nullable(),
      actorName: z.string().nullable(),
    }),
  ),
});
export type ErrorGroupDetail = z.infer<typeof ErrorGroupDetail>;

export const ErrorSelection = SelectionOf(ERROR_FIELDS);

export const SettleErrorsInput = z.strictObject({
  selection: ErrorSelection,
  status: ErrorStatus,
});
export type SettleErrorsInput = z.infer<typeof SettleErrorsInput>;

export const SettledErrors = z.strictObject({
  /** Those that were not so before. */
  changed: z.int(),
});
