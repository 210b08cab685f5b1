import type { Topic } from "#server/domains/events/topics.ts";

/** Jobs that follow from events: each event of a name makes one in every queue that is listed with it. */
export const topics: readonly Topic[] = [];
