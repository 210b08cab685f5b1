import { type Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Logger } from "#server/platform/logger.ts";
import { type Coding, ENCODERS } from "./content-coding.ts";
import { announcedBytes, isToBeEncoded, noteHead, setEncodedHead } from "./encoded-head.ts";
import type { ServedResponse } from "./exchange.ts";

/** What is larger is encoded in the thread pool. */
const AT_ONCE_BYTES = 64 * 1024;

type Call = (...given: unknown[]) => unknown;
type Sink = Pick<Writable, "write" | "end">;

interface Answer {
  outgoing: ServedResponse;
  coding: Coding | undefined;
  /** The answer's own methods. */
  plain: Sink & { writeHead: Call; flushHeaders: Call };
  /** Where the body goes, once the head stands. */
  sink?: Sink;
  log: Logger;
}

/**
 * Stands before the answer's own methods. The head is held until it is known what follows: a whole
 * body is encoded at once and announced with its size, pieces pass through a stream.
 */
export function encodeAnswer(
  outgoing: ServedResponse,
  coding: Coding | undefined,
  log: Logger,
): void {
  const plain = {
    writeHead: outgoing.writeHead.bind(outgoing),
    flushHeaders: outgoing.flushHeaders.bind(outgoing),
    write: outgoing.write.bind(outgoing),
    end: outgoing.end.bind(outgoing),
  } as Answer["plain"];
  const answer: Answer = { outgoing, coding, plain, log };
  Object.assign(outgoing, {
    writeHead: (status: number, ...given: unknown[]) => holdHead(answer, status, given),
    flushHeaders() {
      open(answer, announcedBytes(outgoing));
      plain.flushHeaders();
    },
    write: (...given: Parameters<Sink["write"]>) =>
      open(answer, announcedBytes(outgoing)).write(...given),
    end: (...given: unknown[]) => end(answer, given),
  });
}

function holdHead(answer: Answer, status: number, given: readonly unknown[]): ServedResponse {
  const { outgoing, plain } = answer;
  const [reason] = given;
  const headers = given.at(-1);
  // A list of headers may name one twice; nobody here sends one.
  if (Array.isArray(headers)) answer.sink ??= plain;
  if (answer.sink) {
    plain.writeHead(status, ...given);
    return outgoing;
  }
  if (typeof reason === "string") outgoing.statusMessage = reason;
  noteHead(outgoing, status, typeof headers === "object" ? headers : null);
  return outgoing;
}

/** A size of `undefined` is one that only the end will tell: such a body is flushed piece by piece. */
function open(answer: Answer, sizeBytes: number | undefined): Sink {
  if (answer.sink) return answer.sink;
  const { outgoing, coding, plain } = answer;
  answer.sink = plain;
  if (!isToBeEncoded(outgoing, coding, sizeBytes)) return plain;
  setEncodedHead(outgoing, coding, undefined);
  if (outgoing.req.method === "HEAD") return plain;
  plain.writeHead(outgoing.statusCode);
  const encoder = ENCODERS[coding].stream(sizeBytes === undefined);
  void sendEncoded(answer, encoder);
  answer.sink = encoder;
  return encoder;
}

function end(answer: Answer, given: readonly unknown[]): ServedResponse {
  const { outgoing, plain } = answer;
  const [chunk, encoding] = given.filter((each) => typeof each !== "function");
  const done = given.find((each) => typeof each === "function");
  if (done) outgoing.once("finish", done as () => void);
  const body = answer.sink ? undefined : toBytes(chunk, encoding);
  if (body && body.length <= AT_ONCE_BYTES && outgoing.req.method !== "HEAD") {
    plain.end(encodeWhole(answer, body));
  } else {
    const sink = open(answer, announcedBytes(outgoing) ?? body?.length);
    sink.end(chunk, encoding as BufferEncoding);
  }
  return outgoing;
}

function toBytes(chunk: unknown, encoding: unknown): Uint8Array | undefined {
  if (chunk === undefined || chunk === null) return new Uint8Array();
  if (typeof chunk === "string") return Buffer.from(chunk, encoding as BufferEncoding);
  return chunk instanceof Uint8Array ? chunk : undefined;
}

/** What to send for a body that is whole; the head tells its size. */
function encodeWhole(answer: Answer, body: Uint8Array): Uint8Array {
  const { outgoing, coding, plain } = answer;
  answer.sink = plain;
  if (!isToBeEncoded(outgoing, coding, body.length)) return body;
  const encoded = ENCODERS[coding].encode(body);
  if (encoded.length >= body.length) return body;
  setEncodedHead(outgoing, coding, encoded.length);
  return encoded;
}

/** Takes from the encoder only what the client takes; never rejects. */
async function sendEncoded({ outgoing, plain, log }: Answer, encoder: Transform): Promise<void> {
  const client = new Writable({
    write(chunk, _encoding, done) {
      // A connection that fails closes the answer, and that ends the encoder.
      plain.write(chunk, () => done());
    },
    final(done) {
      plain.end(() => done());
    },
  });
  outgoing.on("close", () => encoder.destroy());
  encoder.on("drain", () => outgoing.emit("drain"));
  try {
    await pipeline(encoder, client);
  } catch (err) {
    if (outgoing.destroyed) return;
    log.error({ err }, "compression failed");
    outgoing.destroy();
  }
}
