import type { Findings } from "./findings.ts";
import { hashLine, type Mark, type MarkSigner, parseMark } from "./mark.ts";
import { type FileLine, readLines, readTail } from "./mark-file.ts";

export interface CheckedMarks {
  /** Lines that prove nothing. */
  unproven: Set<number>;
  /** By the position of the last entry that was taken away: the hash of its link. */
  checkpoints: Map<number, Buffer>;
  anchorCount: number;
  /** The newest anchor. */
  last: Mark | undefined;
}

interface Progress extends CheckedMarks {
  previousLine: string | undefined;
  /** Lines since then that are no marks. */
  unreadable: number[];
}

/** Reads the whole file once: is each mark ours, and does each follow the one before it? */
export async function checkMarks(
  file: string,
  signer: MarkSigner,
  findings: Findings,
): Promise<CheckedMarks> {
  const progress: Progress = {
    unproven: new Set(),
    checkpoints: new Map(),
    anchorCount: 0,
    last: undefined,
    previousLine: undefined,
    unreadable: [],
  };
  for await (const line of readLines(file)) checkLine(line, progress, { signer, findings });
  reportUnreadable(progress, findings, readTail(file).isTorn);
  return progress;
}

interface Means {
  signer: MarkSigner;
  findings: Findings;
}

function checkLine({ number, text }: FileLine, progress: Progress, means: Means): void {
  const { signer, findings } = means;
  const mark = parseMark(text);
  if (!mark) {
    progress.unreadable.push(number);
    return;
  }
  const complain = (message: string) => findings.add({ seq: mark.seq, line: number, message });
  const isOurs = signer.isSigned(text);
  if (!isOurs) complain(`The signature is not by the key ${signer.fingerprint}: edited or forged`);
  const follows =
    mark.previous === (progress.previousLine ? hashLine(progress.previousLine) : null);
  if (!follows) complain(describeBreak(progress));
  if (follows && !progress.previousLine && mark.seq > 0)
    complain(`The file was begun only at #${mark.seq}: nothing proves what was before`);
  reportUnreadable(progress, findings, follows);
  if (isOurs) keep(mark, progress);
  else progress.unproven.add(number);
  progress.previousLine = text;
}

function describeBreak({ previousLine }: Progress): string {
  return previousLine
    ? "Does not follow the line before it: a line was edited, removed, added or moved"
    : "The lines before it are gone";
}

function keep(mark: Mark, progress: Progress): void {
  if (mark.kind === "checkpoint") {
    progress.checkpoints.set(mark.seq, Buffer.from(mark.hash, "hex"));
    return;
  }
  progress.anchorCount++;
  progress.last = mark;
}

/** A crash leaves the beginning of a line, and the mark after it vouches that nothing else stood there. */
function reportUnreadable(progress: Progress, findings: Findings, isTorn: boolean): void {
  for (const line of progress.unreadable.splice(0)) {
    if (isTorn) findings.notes.push(`Line ${line} of the anchors was cut short by a crash`);
    else findings.add({ seq: null, line, message: "This line of the anchors is not readable" });
  }
}
