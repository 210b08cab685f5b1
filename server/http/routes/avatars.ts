import { callTRPCProcedure } from "@trpc/server";
import {
  AVATAR_TYPES,
  type Avatar,
  MAX_UPLOAD_BYTES,
} from "#server/domains/users/avatars/schema.ts";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import { readBytes } from "../body.ts";
import type { Handler, ServedMessage } from "../exchange.ts";
import type { WebRoute } from "./mount.ts";

/** Its address carries the tag of the picture, so a browser asks for each picture about once. */
const CACHE_CONTROL = "private, max-age=3600";

/** `GET` answers the picture of a user, `PUT` takes the bytes of a new one, `DELETE` removes it. */
export const avatarRoute: WebRoute = {
  path: "/api/v1/users/:userId/avatar",
  methods: ["GET", "PUT", "DELETE"],
  handler: (deps) => async (c) => {
    const userId = c.req.param("userId");
    const { incoming } = c.env;
    const { method } = incoming.exchange;
    if (method === "PUT") {
      const input = async () => ({ userId, image: await readImage(incoming) });
      return c.json(await call(deps, incoming, { path: "users.setAvatar", input }));
    }
    const input = async () => ({ userId });
    if (method === "DELETE") {
      return c.json(await call(deps, incoming, { path: "users.removeAvatar", input }));
    }
    return showAvatar(c, (await call(deps, incoming, { path: "users.avatar", input })) as Avatar);
  },
};

/** One's own: everybody may change it. */
export const ownAvatarRoute: WebRoute = {
  path: "/api/v1/account/avatar",
  methods: ["PUT", "DELETE"],
  handler: (deps) => async (c) => {
    const { incoming } = c.env;
    if (incoming.exchange.method === "DELETE") {
      const input = async () => undefined;
      return c.json(await call(deps, incoming, { path: "account.removeAvatar", input }));
    }
    const input = async () => ({ image: await readImage(incoming) });
    return c.json(await call(deps, incoming, { path: "account.setAvatar", input }));
  },
};

interface Call {
  path: string;
  /** Read behind the door: nobody uploads what they may not keep. */
  input: () => Promise<unknown>;
}

async function call(
  { appRouter }: HttpDependencies,
  { exchange }: ServedMessage,
  { path, input }: Call,
): Promise<object> {
  const result = await callTRPCProcedure({
    router: appRouter,
    path,
    type: path === "users.avatar" ? "query" : "mutation",
    ctx: exchange.context,
    getRawInput: input,
    signal: undefined,
    batchIndex: 0,
  });
  return result as object;
}

/** @throws AppError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE */
async function readImage(incoming: ServedMessage): Promise<string> {
  const types: readonly string[] = AVATAR_TYPES;
  if (!types.includes(incoming.headers["content-type"] ?? "")) {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", "Choose a PNG, JPEG or WebP picture.");
  }
  return (await readBytes(incoming, MAX_UPLOAD_BYTES)).toString("base64");
}

function showAvatar(c: Parameters<Handler>[0], { tag, image }: Avatar): Response {
  const etag = `"${tag}"`;
  const headers = { ETag: etag, "Cache-Control": CACHE_CONTROL };
  const known = c.req.header("if-none-match") ?? "";
  if (known.split(",").some((each) => each.trim().replace(/^W\//, "") === etag)) {
    return c.body(null, 304, headers);
  }
  const body = c.env.incoming.exchange.method === "HEAD" ? "" : Buffer.from(image, "base64");
  return new Response(body, { headers: { ...headers, "Content-Type": "image/webp" } });
}
