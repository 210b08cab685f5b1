const PIECE_LENGTH = 512;
/** No character of a string is more than three bytes in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;
const SCRATCH_BYTES = 256 * 1024;
let spare: Buffer | undefined = Buffer.allocUnsafeSlow(SCRATCH_BYTES);

/** The text that `write` appends, as UTF-8. */
export function encodeText(write: (out: Utf8Text) => void): Buffer {
  const scratch = spare ?? Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  spare = undefined;
  try {
    const out = new Utf8Text(scratch);
    write(out);
    return out.copy();
  } finally {
    spare = scratch;
  }
}

/**
 * Text under construction, encoded piece by piece: in one string, a single name of another script
 * would make every character two bytes, and encoding four times as slow.
 */
export class Utf8Text {
  /** What is not encoded yet; append here. */
  text = "";
  private buffer: Buffer;
  private length = 0;

  constructor(scratch: Buffer) {
    this.buffer = scratch;
  }

  /** To be called as text grows, but not between the halves of a surrogate pair. */
  encodeIfLong(): void {
    if (this.text.length >= PIECE_LENGTH) this.encode();
  }

  /** How far it is written, for `cutTo`. */
  mark(): number {
    this.encode();
    return this.length;
  }

  cutTo(mark: number): void {
    this.text = "";
    this.length = mark;
  }

  copy(): Buffer {
    this.encode();
    return Buffer.from(this.buffer.subarray(0, this.length));
  }

  private encode(): void {
    const needed = this.length + this.text.length * MAX_BYTES_PER_UNIT;
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafeSlow(2 * needed);
      this.buffer.copy(larger, 0, 0, this.length);
      this.buffer = larger;
    }
    this.length += this.buffer.write(this.text, this.length, "utf8");
    this.text = "";
  }
}
