import { permitted } from "#server/api/trpc.ts";
import { EXAMPLE_IMAGE } from "#server/domains/users/avatars/catalog.ts";
import { AvatarTag, SetOwnAvatarInput } from "#server/domains/users/avatars/schema.ts";
import {
  getOwnAvatarTag,
  removeOwnAvatar,
  setOwnAvatar,
} from "#server/domains/users/avatars/service.ts";

/** A part of the account's router: one's own picture. */
export const ownAvatarProcedures = {
  avatar: permitted("account.manage", { description: "The name of one's own picture, or null" })
    .output(AvatarTag)
    .query(({ ctx }) => getOwnAvatarTag(ctx)),

  setAvatar: permitted("account.manage", {
    description: "Gives oneself a picture, cut to a square; also by PUT to /api/v1/account/avatar",
    example: { image: EXAMPLE_IMAGE },
  })
    .input(SetOwnAvatarInput)
    .output(AvatarTag)
    .mutation(({ ctx, input }) => setOwnAvatar(ctx, input)),

  removeAvatar: permitted("account.manage", { description: "Takes one's own picture away" })
    .output(AvatarTag)
    .mutation(({ ctx }) => removeOwnAvatar(ctx)),
};
