import type { IncomingMessage } from "node:http";
import { AppError } from "#server/platform/errors.ts";
import { tooLarge } from "./middleware/body-limit.ts";

const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** The text of a JSON body; other types and encodings are refused before a byte is read. */
export function readJsonBody(incoming: IncomingMessage, limitBytes: number): Promise<string> {
  if (!JSON_TYPE.test(incoming.headers["content-type"] ?? "")) {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json.");
  }
  const encoding = incoming.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", "Send the body without Content-Encoding.");
  }
  return readBody(incoming, limitBytes, (body) => body.toString("utf8"));
}

const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i;

/** The fields of a form, in either of its types. @throws AppError UNSUPPORTED_MEDIA_TYPE, BAD_REQUEST */
export async function readFormBody(
  incoming: IncomingMessage,
  limitBytes: number,
): Promise<FormData> {
  const type = incoming.headers["content-type"] ?? "";
  if (!FORM_TYPE.test(type)) {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", "Send the body as a form.");
  }
  const body = await readBytes(incoming, limitBytes);
  try {
    const sent = new Response(new Uint8Array(body), { headers: { "Content-Type": type } });
    return await sent.formData();
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "The form cannot be read.", { cause });
  }
}

/** The bytes of a body as they came. */
export function readBytes(incoming: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return readBody(incoming, limitBytes, (body) => body);
}

/** Never holds more than the limit, whatever was announced. */
function readBody<Body>(
  incoming: IncomingMessage,
  limitBytes: number,
  finish: (body: Buffer) => Body,
): Promise<Body> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    incoming.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) return void chunks.push(chunk);
      chunks.length = 0;
      reject(tooLarge(limitBytes));
    });
    incoming.on("end", () => {
      const [first] = chunks;
      resolve(finish(first && chunks.length === 1 ? first : Buffer.concat(chunks)));
    });
    incoming.on("error", (cause) => reject(interrupted(cause)));
    incoming.on("close", () => {
      if (!incoming.readableEnded) reject(interrupted());
    });
  });
}

function interrupted(cause?: unknown): AppError {
  return new AppError("BAD_REQUEST", "The request broke off before it was complete.", { cause });
}
