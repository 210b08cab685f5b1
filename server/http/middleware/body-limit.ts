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
    if (announced !== undefined && Number(announced) > bodyLimitBytes) {
      throw tooLarge(bodyLimitBytes);
    }
    if (incoming.headers["transfer-encoding"] !== undefined && isReadByNext(incoming)) {
      throw new AppError("PAYLOAD_TOO_LARGE", "Send the size of the body (Content-Length).");
    }
  };
}

export function tooLarge(limitBytes: number): AppError {
  return new AppError("PAYLOAD_TOO_LARGE", `The body is larger than ${limitBytes} bytes.`);
}

function isReadByNext({ exchange }: ServedMessage): boolean {
  return exchange.area === "page" || exchange.area === "sign-in";
}
