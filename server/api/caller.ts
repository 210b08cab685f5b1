import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { makeQueryClient } from "#components/trpc/query-client.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import { getRuntime } from "./published-runtime.ts";

/** Procedures in process for the page being rendered, with the query client that carries results to the browser. */
export const createPageApi = cache(async () => {
  const runtime = getRuntime();
  const ctx = await runtime.createPageContext(await headers());
  const caller = runtime.createCaller(ctx);
  const queryClient = makeQueryClient();
  const trpc = createTRPCOptionsProxy({ router: runtime.appRouter, ctx, queryClient });
  const status = await caller.auth.status();
  return { trpc, caller, queryClient, ...status };
});

/**
 * What a page inside the dashboard starts with. Nobody signed in: on to /sign-in (or /set-up while
 * there is no owner). Permission missing: the forbidden page. The procedures check again.
 */
export async function requireViewer(permission?: Permission) {
  const api = await createPageApi();
  if (!api.isSetUp) redirect("/set-up");
  const { viewer } = api;
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
  if (permission && !viewer.permissions.includes(permission)) forbidden();
  return { ...api, viewer };
}

/** Next's router ends the query of its own requests with a mark that belongs in no address bar. */
const ROUTER_MARK = /[?&]_rsc=[^&]*$/;

async function currentPath(): Promise<string> {
  const path = (await headers()).get("x-binnacle-path") ?? "/";
  return path.replace(ROUTER_MARK, "");
}
