import { fieldError } from "#server/platform/errors.ts";
import { createSemaphore } from "#server/platform/semaphore.ts";

const SIDE = 256;
const QUALITY = 82;
/** A picture of 2 MB may unpack to gigabytes; this is a photograph of 8,000 × 6,000. */
const MAX_PIXELS = 48_000_000;
const MAX_SECONDS = 10;

/** The decoders have threads of their own; one picture at a time leaves the rest to other work. */
const limited = createSemaphore({
  running: 1,
  waiting: 20,
  refusal: "Too many pictures are being worked on. Try again in a moment.",
});

/**
 * The middle of a PNG, JPEG or WebP as WebP of 256 × 256, upright and without what else the file tells
 * (place, camera, colour profiles). Works off the event loop.
 * @throws AppError VALIDATION for anything else
 */
export async function shrinkImage(bytes: Buffer): Promise<Buffer> {
  if (!isImage(bytes)) {
    throw fieldError("image", "not_an_image", "Choose a PNG, JPEG or WebP picture");
  }
  return limited(async () => {
    // Its libraries take memory that a process without pictures does not need.
    const { default: sharp } = await import("sharp");
    try {
      return await sharp(bytes, { limitInputPixels: MAX_PIXELS })
        .timeout({ seconds: MAX_SECONDS })
        .autoOrient()
        .resize(SIDE, SIDE, { fit: "cover" })
        .webp({ quality: QUALITY })
        .toBuffer();
    } catch (cause) {
      throw refuse(cause);
    }
  });
}

function refuse(cause: unknown) {
  const isTooLarge = cause instanceof Error && /pixel limit/.test(cause.message);
  return isTooLarge
    ? fieldError("image", "too_many_pixels", "Choose a picture of fewer than 48 megapixels")
    : fieldError("image", "unreadable", "This picture is damaged: it cannot be read to its end");
}

/** By what files of these kinds begin with; nothing else reaches a decoder. */
function isImage(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 12);
  return (
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    start.startsWith("\xff\xd8\xff") ||
    (start.startsWith("RIFF") && start.endsWith("WEBP"))
  );
}
