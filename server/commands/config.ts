import { loadConfigOrExit } from "#server/boot.ts";
import { describeConfig } from "#server/config.ts";
import { type Command, print, UsageError } from "./command.ts";

export const configCommand: Command = async ([verb, ...flags]) => {
  if (verb !== "check" && verb !== "print") throw new UsageError("config: say check or print");
  const loaded = loadConfigOrExit(flags);
  if (verb === "check") {
    print("The configuration is valid");
    return;
  }
  const rows = describeConfig(loaded);
  const width = Math.max(...rows.map(({ variable }) => variable.length));
  for (const { variable, value, source } of rows)
    print(`${variable.padEnd(width)}  ${value || "-"}  (${source})`);
};
