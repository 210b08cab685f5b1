import { MAX_UPLOAD_BYTES } from "#server/domains/users/avatars/schema.ts";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import type { Middleware, ServedMessage } from "../exchange.ts";

/**
 * Refuses bodies that announce more than the limit. API routes enforce it again while they read;
 * Next reads by itself, so bodies for it must announce their size.
 */
export function bodyLimit({ services }: HttpDependencies): Middleware {
  const { bodyLimitBytes } = services.config;
  return ({ incoming }) => {
    const announced = incoming.headers["content-length"];
    const limitBytes = uploadLimit(incoming) ?? bodyLimitBytes;
    if (announced !== undefined && Number(announced) > limitBytes) throw tooLarge(limitBytes);
    if (incoming.headers["transfer-encoding"] !== undefined && isReadByNext(incoming)) {
      throw new AppError("PAYLOAD_TOO_LARGE", "Send the size of the body (Content-Length).");
    }
  };
}

export function tooLarge(limitBytes: number): AppError {
  return new AppError("PAYLOAD_TOO_LARGE", `The body is larger than ${limitBytes} bytes.`);
}

/** Of the addresses that take a file, which has a size of its own. */
function uploadLimit({ exchange }: ServedMessage): number | undefined {
  const isPicture = exchange.area === "api" && exchange.target.path.endsWith("/avatar");
  return isPicture ? MAX_UPLOAD_BYTES : undefined;
}

function isReadByNext({ exchange }: ServedMessage): boolean {
  return exchange.area === "page" || exchange.area === "sign-in";
}
