import { secureLog } from "#server/domains/audit/chain/keeper.ts";
import type { AuditProblem, AuditVerdict } from "#server/domains/audit/schema.ts";
import { verifyAndKeep } from "#server/domains/audit/verdict.ts";
import { type Command, print, readOptions, UsageError, withRuntime } from "./command.ts";

/** Exit code 0 for a log that is what was recorded, else 1. */
export const verifyAuditCommand: Command = async (args) => {
  const { positionals } = readOptions(args, {});
  if (positionals.length > 0) throw new UsageError("verify-audit takes nothing more");
  await withRuntime(async ({ ctx }) => {
    // What waits is joined to the chain before, and the head anchored, both only of a sound log.
    const before = await verifyAndKeep(ctx);
    if (before.isIntact) await secureLog(ctx);
    printVerdict(before);
  });
};

function printVerdict(verdict: AuditVerdict): void {
  for (const note of verdict.notes) print(`note  ${note}`);
  for (const problem of verdict.problems) print(`FAIL  ${place(problem)}${problem.message}`);
  const unlisted = verdict.problemCount - verdict.problems.length;
  if (unlisted > 0) print(`FAIL  … and ${unlisted} more`);
  const { entryCount, firstSeq, headSeq, headHash, durationMs } = verdict;
  const range = entryCount > 0 ? `, #${firstSeq} to #${headSeq}` : "";
  print(`${verdict.isIntact ? "ok  " : "    "}  ${entryCount} entries${range}`);
  print(`      head ${headHash}`);
  print(
    `      ${verdict.anchorCount} anchors by key ${verdict.anchorKey}, the newest ${newest(verdict)}`,
  );
  if (verdict.pendingCount > 0)
    print(`      ${verdict.pendingCount} entries were not in the chain yet`);
  const rate = Math.round(entryCount / (durationMs / 1000));
  print(`      ${(durationMs / 1000).toFixed(1)} s, ${rate} entries/s`);
  if (!verdict.isIntact) process.exitCode = 1;
}

function place({ seq, line, entryId }: AuditProblem): string {
  const parts = [
    ...(line === undefined ? [] : [`anchors line ${line}`]),
    ...(seq === null ? [] : [`#${seq}`]),
    ...(entryId === undefined ? [] : [`entry ${entryId}`]),
  ];
  return parts.length > 0 ? `${parts.join(", ")}: ` : "";
}

function newest({ anchoredSeq, anchoredAt }: AuditVerdict): string {
  return anchoredAt ? `at #${anchoredSeq} of ${anchoredAt.toISOString()}` : "never";
}
