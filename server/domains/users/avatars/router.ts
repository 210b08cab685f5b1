import { permitted } from "#server/api/trpc.ts";
import { UserId } from "../schema.ts";
import { EXAMPLE_IMAGE } from "./catalog.ts";
import { Avatar, AvatarTag, SetAvatarInput } from "./schema.ts";
import { getAvatar, removeAvatar, setAvatar } from "./service.ts";

const userId = "0192f0c0-7c1e-7000-8000-000000000001";

/** A part of the users' router. */
export const avatarProcedures = {
  avatar: permitted("users.read", {
    description: "The picture of a user; also at /api/v1/users/{id}/avatar",
    example: { userId },
  })
    .input(UserId)
    .output(Avatar)
    .query(({ ctx, input }) => getAvatar(ctx, input)),

  setAvatar: permitted("users.update", {
    description:
      "Gives a user a picture, cut to a square; also by PUT to /api/v1/users/{id}/avatar",
    example: { userId, image: EXAMPLE_IMAGE },
  })
    .input(SetAvatarInput)
    .output(AvatarTag)
    .mutation(({ ctx, input }) => setAvatar(ctx, input)),

  removeAvatar: permitted("users.update", {
    description: "Takes the picture of a user away",
    example: { userId },
  })
    .input(UserId)
    .output(AvatarTag)
    .mutation(({ ctx, input }) => removeAvatar(ctx, input)),
};
