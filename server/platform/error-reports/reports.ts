import type { Services } from "../context.ts";
import { factsOf, type Likeness, likenessOf, type Place } from "./fingerprint.ts";
import { createTold } from "./told.ts";
import { MAX_SAMPLES, type Report, writeReports } from "./write.ts";

const FLUSH_MS = 1_000;
/** So many kinds of errors within a second are told apart; the rest is only logged. */
const MAX_KINDS = 200;

export interface Occurrence extends Place {
  requestId?: string | undefined;
  jobId?: string | undefined;
  actorName?: string | undefined;
}

/** Takes errors that nobody expected, and writes them once a second, those that are alike together. */
export interface ErrorReports {
  /** Costs its caller a hash; never throws. What was told in the same request before is left out. */
  report(error: unknown, occurrence: Occurrence): void;
  /** Writes what there is. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

type Needs = Pick<Services, "db" | "log" | "now" | "newId">;

const HOUR_MS = 3_600_000;

export function createErrorReports(services: Needs): ErrorReports {
  const { log, now } = services;
  const told = createTold();
  let reports = new Map<string, Report>();
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function take(error: unknown, occurrence: Occurrence): void {
    if (told.isTold(error, occurrence.requestId)) return;
    const facts = factsOf(error);
    const likeness = likenessOf(occurrence, facts);
    const at = now();
    const report = reports.get(likeness.fingerprint) ?? begin(likeness, occurrence, at);
    if (!report) return;
    report.count += 1;
    report.lastAt = at;
    const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;
    report.hours.set(hour, (report.hours.get(hour) ?? 0) + 1);
    if (report.samples.length === MAX_SAMPLES) report.samples.shift();
    report.samples.push({
      at,
      message: facts.message,
      stack: facts.stack ?? null,
      requestId: occurrence.requestId ?? null,
      jobId: occurrence.jobId ?? null,
      actorName: occurrence.actorName ?? null,
    });
  }

  function begin(likeness: Likeness, { kind, place }: Place, at: Date): Report | undefined {
    if (reports.size >= MAX_KINDS) return undefined;
    const report = {
      ...{ ...likeness, kind, place, count: 0, firstAt: at, lastAt: at },
      ...{ hours: new Map(), samples: [] },
    };
    reports.set(likeness.fingerprint, report);
    return report;
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = [...reports.values()];
    reports = new Map();
    if (batch.length > 0) {
      writing = writing
        .then(() => writeReports(services, batch))
        .catch((err: unknown) => log.warn({ err, kinds: batch.length }, "errors not kept"));
    }
    return writing;
  }

  return {
    report(error, occurrence) {
      try {
        take(error, occurrence);
        timer ??= setTimeout(() => void flush(), FLUSH_MS).unref();
      } catch (err) {
        log.warn({ err }, "an error could not be reported");
      }
    },
    flush,
    close: flush,
  };
}
