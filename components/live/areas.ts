import type { inferRouterOutputs } from "@trpc/server";
import type { SubjectType } from "#server/domains/audit/catalog.ts";
import type { MISSED as Missed } from "#server/domains/events/schema.ts";
import type { AppRouter } from "#server/registry/router.ts";

export const MISSED: typeof Missed = "missed";
/** What is about the viewer: all that they see may be other from then on. */
export const SELF = "self";
export const EVERYTHING = "everything";

/** What a page offers: it comes with the page. */
export const PAGE = "page";

/** A router whose reads are read anew together. */
export type Area = keyof inferRouterOutputs<AppRouter> | typeof EVERYTHING | typeof PAGE;

/** Where it shows that something has happened to a subject, beside what tells of all that happens. */
const AREAS: Record<SubjectType, readonly Area[]> = {
  user: ["users", "roles", "account", "views", "mail"],
  session: ["users", "account"],
  // What people may see and do changes with it.
  role: [EVERYTHING, PAGE],
  settings: [EVERYTHING],
  view: ["views"],
  registration: ["users"],
  mail: ["mail", "account"],
  suppression: ["mail"],
  queue: ["jobs"],
  schedule: ["jobs"],
  job: ["jobs"],
  alert: ["jobs"],
  error: ["errors"],
  system: [EVERYTHING],
};
const UNKNOWN: readonly Area[] = [EVERYTHING, PAGE];
const ALWAYS: readonly Area[] = ["audit", "overview"];

/** What to read anew after an event; everything after one about the viewer, and for a subject that a newer server tells of. */
export function areasOf(subject: string): readonly Area[] {
  const areas = Object.hasOwn(AREAS, subject) ? AREAS[subject as SubjectType] : UNKNOWN;
  return [...(areas as Area[]), ...ALWAYS];
}

/** Too much work to be done again for each event: these are read when somebody looks or asks. */
const ON_DEMAND = ["audit.verify", "mail.checkDomain"];

export function isOnDemand([path]: readonly unknown[]): boolean {
  return Array.isArray(path) && ON_DEMAND.includes(path.join("."));
}
