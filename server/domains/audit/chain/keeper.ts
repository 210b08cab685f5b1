import { type Context, createSystemContext, type Services } from "#server/platform/context.ts";
import { anchorHead, hasAnchor } from "./anchor.ts";
import { extendChain } from "./extend.ts";

const TICK_MS = 1_000;
/** At least every minute, whatever a tick takes. */
const ANCHOR_EVERY_MS = 50_000;

/** Joins what waits to the chain and anchors its head. */
export async function secureLog(ctx: Context): Promise<void> {
  // Anchored empty first: a chain without any anchor has then lost them.
  if (!hasAnchor(ctx.config)) await anchorHead(ctx);
  await extendChain(ctx);
  await anchor(ctx);
}

async function anchor(ctx: Context): Promise<void> {
  if (await anchorHead(ctx)) return;
  ctx.log.error(
    "the audit log is not what was anchored last; look with: npm run cli -- verify-audit",
  );
}

/** Keeps the chain up to date, a second behind at most, and anchors it while it grows. */
export function startAuditKeeper(services: Services): { stop(): Promise<void> } {
  const ctx = createSystemContext(services, "audit chain");
  let anchoredAt = 0;
  let running: Promise<void> | undefined;

  async function tick(): Promise<void> {
    if (anchoredAt === 0) {
      await secureLog(ctx);
      anchoredAt = performance.now();
      return;
    }
    await extendChain(ctx);
    if (performance.now() - anchoredAt < ANCHOR_EVERY_MS) return;
    anchoredAt = performance.now();
    await anchor(ctx);
  }

  const timer = setInterval(() => {
    running ??= tick()
      .catch((err: unknown) => services.log.warn({ err }, "audit chain not extended"))
      .finally(() => {
        running = undefined;
      });
  }, TICK_MS);

  return {
    async stop() {
      clearInterval(timer);
      await running;
      await secureLog(ctx).catch((err: unknown) =>
        services.log.warn({ err }, "audit chain not anchored at the end"),
      );
    },
  };
}
