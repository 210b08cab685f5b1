import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";

/** Leaves no link in the database that let somebody in, once it has expired. */
export const PURGE_LINKS = defineJob({
  name: "mail.purge-links",
  description: "Removes expired one-time links from mail",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 300,
});
