import { settings as table } from "#db/schema/settings.ts";
import type { Services } from "../context.ts";
import { withDeadline } from "../deadline.ts";
import {
  SETTING_GROUP_NAMES,
  SETTING_GROUPS,
  type SettingGroup,
  type Settings,
} from "./catalog.ts";
import { defaultSettings } from "./defaults.ts";

/** A change made by any process counts in all of them within a second. */
const POLL_MS = 500;
const DEADLINE_MS = 5000;

type Listener = (settings: Settings) => void;

export interface LiveSettings {
  /** Replaced as a whole when something changes; read it at each use. */
  readonly current: Settings;
  /** What counts where nobody has changed anything. */
  readonly defaults: Settings;
  /** Reads what is stored now. */
  refresh(): Promise<void>;
  /** Keeps reading until stopped; a read that fails leaves the settings as they are. */
  watch(): () => void;
  /** Called now and at each change. */
  subscribe(listener: Listener): void;
}

/** The run-time settings of this process: the defaults, and over them what is stored. */
export function createLiveSettings(
  services: Pick<Services, "config" | "db" | "log">,
): LiveSettings {
  const { config, db, log } = services;
  const defaults = defaultSettings(config);
  const listeners: Listener[] = [];
  let current = defaults;
  let [begun, applied] = [0, 0];
  let fingerprint = "";

  async function refresh(): Promise<void> {
    const mine = ++begun;
    const rows = await withDeadline(db.select().from(table).execute(), DEADLINE_MS, unanswered);
    // A read that began earlier may be answered later, with less.
    if (mine < applied) return;
    applied = mine;
    const stored = JSON.stringify(rows.map(({ name, version }) => [name, version]).sort());
    if (stored === fingerprint) return;
    fingerprint = stored;
    const overrides = new Map(rows.map((row) => [row.name, row.overrides]));
    current = Object.fromEntries(
      SETTING_GROUP_NAMES.map((group) => [group, overlay(group, overrides.get(group) ?? {})]),
    ) as Settings;
    for (const listener of listeners) listener(current);
  }

  /** A stored value that the schema of today refuses is passed over, so that an old one cannot stop the program. */
  function overlay(group: SettingGroup, overrides: Record<string, unknown>): unknown {
    let merged: Record<string, unknown> = defaults[group];
    for (const [field, value] of Object.entries(overrides)) {
      const parsed = SETTING_GROUPS[group].safeParse({ ...merged, [field]: value });
      if (parsed.success) merged = parsed.data;
      else log.warn({ group, field }, "stored setting passed over: not valid any more");
    }
    return merged;
  }

  return {
    get current() {
      return current;
    },
    defaults,
    refresh,
    watch() {
      let isReading = false;
      const timer = setInterval(() => {
        if (isReading) return;
        isReading = true;
        refresh()
          .catch((err: unknown) => log.debug({ err }, "settings not read"))
          .finally(() => {
            isReading = false;
          });
      }, POLL_MS);
      return () => clearInterval(timer);
    },
    subscribe(listener) {
      listeners.push(listener);
      listener(current);
    },
  };
}

function unanswered(): Error {
  return new Error("The database does not answer");
}
