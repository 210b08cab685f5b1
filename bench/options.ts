import { parseArgs } from "node:util";
import { CASE_NAMES, type CaseName } from "./cases.ts";

export interface Options {
  seconds: number;
  rounds: number;
  cases: readonly CaseName[];
  profile: boolean;
  /** Another build: profiled instead of the current one, or measured instead of the Next route and not saved. */
  compare: string | undefined;
  /** A data directory that is kept and used again; a temporary one otherwise. */
  data: string | undefined;
}

export const USERS = 100_000;
export const CONNECTIONS = 16;
export const POOL_SIZE = 10;
export const WARM_UP_SECONDS = 10;

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: "string", default: "4" },
      rounds: { type: "string", default: "5" },
      case: { type: "string", multiple: true, default: [...CASE_NAMES] },
      profile: { type: "boolean", default: false },
      compare: { type: "string" },
      data: { type: "string" },
    },
  });
  return {
    seconds: readNumber("--seconds", values.seconds),
    rounds: readNumber("--rounds", values.rounds),
    cases: values.case.map(readCase),
    profile: values.profile,
    compare: values.compare,
    data: values.data,
  };
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 600) return value;
  throw new Error(`${name} is a whole number from 1 to 600`);
}

function readCase(name: string): CaseName {
  const known = CASE_NAMES.find((each) => each === name);
  if (!known) throw new Error(`--case is one of ${CASE_NAMES.join(", ")}`);
  return known;
}
