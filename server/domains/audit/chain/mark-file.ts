import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { hashLine, type Mark, type MarkSigner, parseMark } from "./mark.ts";

/** Many times longer than a line. */
const TAIL_BYTES = 64 * 1024;
const NEWLINE = "\n";

export interface Tail {
  /** The last whole mark; undefined in a new file. */
  line: string | undefined;
  mark: Mark | undefined;
  /** Whether what follows it is a line that a crash cut short. */
  isTorn: boolean;
}

/** The end of the file; what is not a mark is passed over. */
export function readTail(file: string): Tail {
  if (!existsSync(file)) return { line: undefined, mark: undefined, isTorn: false };
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    const lines = buffer.toString("utf8").split(NEWLINE);
    const isTorn = lines.pop() !== "";
    const line = lines.findLast((candidate) => parseMark(candidate));
    return { line, mark: line === undefined ? undefined : parseMark(line), isTorn };
  } finally {
    closeSync(handle);
  }
}

/**
 * Signs the mark and adds it to the file; it is on the disk when this returns. Only one process at a
 * time may do so: the caller holds the lock of the chain.
 */
export function appendMark(
  file: string,
  signer: MarkSigner,
  mark: Omit<Mark, "key" | "previous">,
): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const { line, isTorn } = readTail(file);
  const { kind, seq, hash, count, at } = mark;
  const previous = line === undefined ? null : hashLine(line);
  const signed = signer.sign({ kind, seq, hash, count, at, previous });
  const isNew = !existsSync(file);
  const handle = openSync(file, "a", 0o600);
  try {
    writeSync(handle, `${isTorn ? NEWLINE : ""}${signed}${NEWLINE}`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncDirectory(path.dirname(file));
}

/** A new name is on the disk only when its directory is; not every platform can say so. */
function syncDirectory(directory: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export interface FileLine {
  /** From 1. */
  number: number;
  text: string;
  /** Where the line begins, in bytes. */
  offset: number;
}

/** Every line of the file that is not empty, one after another; none when there is no file. */
export async function* readLines(file: string): AsyncGenerator<FileLine> {
  if (!existsSync(file)) return;
  let [number, offset] = [0, 0];
  const input = createReadStream(file);
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text !== "") yield { number, text, offset };
    offset += Buffer.byteLength(text) + 1;
  }
}
