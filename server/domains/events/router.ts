import { type TrackedEnvelope, tracked } from "@trpc/server";
import { z } from "zod";
import { createRouter, permitted } from "#server/api/trpc.ts";
import type { Placed } from "#server/platform/events/placed.ts";
import { type Followed, followEvents, type Telling } from "./follow.ts";
import { readLatest } from "./latest.ts";
import { LatestEvents, LatestInput, SubscribeInput, type Told } from "./schema.ts";

const EventStream = z.custom<AsyncIterable<TrackedEnvelope<Told>>>();

const toTracked = ({ id, told }: Telling) => tracked(id, told);

function track({ tellings, standsAt, opening }: Followed): AsyncIterable<TrackedEnvelope<Told>> {
  const place: Placed = { standsAt, opening: opening && toTracked(opening) };
  return Object.assign(trackEach(tellings), place);
}

async function* trackEach(tellings: AsyncIterable<Telling>) {
  for await (const telling of tellings) yield toTracked(telling);
}

/** What happens, told to those who may learn of it. */
export const eventsRouter = createRouter({
  subscribe: permitted("overview.read", {
    description: "What happens from now on, or after an event, as it happens (server-sent events)",
    example: { names: ["user.updated"] },
  })
    .input(SubscribeInput)
    .output(EventStream)
    .subscription(async ({ ctx, input, signal }) => track(await followEvents(ctx, input, signal))),

  latest: permitted("overview.read", {
    description:
      "What has happened after an event; waits for the first when there is none (long poll)",
    example: { lastEventId: "0", waitSeconds: 0 },
  })
    .input(LatestInput)
    .output(LatestEvents)
    .query(({ ctx, input, signal }) => readLatest(ctx, input, signal)),
});
