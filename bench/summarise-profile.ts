// Who used the processor: self time by package or part of ours, and by function. Takes files, too.
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import type { CpuProfile } from "./inspector.ts";
import { root } from "./programs.ts";

type Frame = CpuProfile["nodes"][number]["callFrame"];

const GROUPS = 22;
const FUNCTIONS = 30;
const IDLE = "(idle)";
/** Longer ones mean that the process was not given the processor. */
const LONGEST_SAMPLE_US = 2_000;

export function summariseProfile(profile: CpuProfile): string {
  const selfTimes = new Map<number, number>();
  profile.samples.forEach((id, index) => {
    const time = Math.min(profile.timeDeltas[index] ?? 0, LONGEST_SAMPLE_US);
    selfTimes.set(id, (selfTimes.get(id) ?? 0) + time);
  });
  const groups = new Map<string, number>();
  const functions = new Map<string, number>();
  let [busy, idle] = [0, 0];
  for (const { id, callFrame } of profile.nodes) {
    const time = selfTimes.get(id) ?? 0;
    if (callFrame.functionName === IDLE) {
      idle += time;
      continue;
    }
    busy += time;
    const place = placeOf(callFrame);
    add(groups, place.group, time);
    add(functions, `${callFrame.functionName || "(anonymous)"}  ${place.file}`, time);
  }
  const share = (100 * busy) / (busy + idle);
  return [
    `busy ${share.toFixed(0)} %`,
    ...table(groups, { busy, count: GROUPS }),
    "",
    ...table(functions, { busy, count: FUNCTIONS }),
    "",
  ].join("\n");
}

function add(sums: Map<string, number>, key: string, time: number): void {
  sums.set(key, (sums.get(key) ?? 0) + time);
}

function table(
  sums: Map<string, number>,
  { busy, count }: { busy: number; count: number },
): string[] {
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([key, time]) => `${((100 * time) / busy).toFixed(1).padStart(6)} %  ${key}`);
}

interface Place {
  group: string;
  file: string;
}

function placeOf(frame: Frame): Place {
  if (frame.url === "") return { group: frame.functionName || "(native)", file: "" };
  if (frame.url.startsWith("node:")) {
    return {
      group: `node ${frame.url.slice(5).split("/").slice(0, 2).join("/")}`,
      file: frame.url,
    };
  }
  const file = sourceOf(frame).replace(`${root}/`, "");
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(file) ?? [];
  return { group: name ?? file.split("/").slice(0, 3).join("/"), file };
}

const maps = new Map<string, SourceMap | undefined>();

/** The file that a line of the bundle came from. */
function sourceOf({ url, lineNumber, columnNumber }: Frame): string {
  const file = url.startsWith("file:") ? fileURLToPath(url) : url;
  if (!maps.has(file)) maps.set(file, readMap(file));
  const entry = maps.get(file)?.findEntry(lineNumber, columnNumber);
  if (!entry || !("originalSource" in entry)) return `${file}:${lineNumber + 1}`;
  return `${entry.originalSource.replace(/^(\.\.\/)+/, "")}:${entry.originalLine + 1}`;
}

function readMap(file: string): SourceMap | undefined {
  if (file.includes("node_modules") || !existsSync(`${file}.map`)) return undefined;
  return new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of process.argv.slice(2))
    process.stdout.write(`${file}\n${summariseProfile(JSON.parse(readFileSync(file, "utf8")))}`);
}
