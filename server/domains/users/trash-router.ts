import { permitted } from "#server/api/trpc.ts";
import { Done } from "#server/domains/auth/schema.ts";
import { deleteUsers, restoreUsers } from "./bulk.ts";
import { listTrash } from "./list-trash.ts";
import { emptyTrash, previewEmptyTrash } from "./purge/empty-trash.ts";
import { purgeUser } from "./purge/service.ts";
import { previewPurge } from "./purge-preview.ts";
import { BulkOutcome, SelectedUsersInput, User, UserId } from "./schema.ts";
import {
  EmptiedTrash,
  EmptyTrashInput,
  EmptyTrashPreview,
  ListTrashInput,
  PurgePreview,
  PurgeUserInput,
  RestoreUsersInput,
  TrashPage,
} from "./trash/schema.ts";
import { deleteUser, restoreUser } from "./trash.ts";

const userId = "0192f0c0-7c1e-7000-8000-000000000001";

/** A part of the users' router. */
export const trashProcedures = {
  delete: permitted("users.delete", {
    description: "Puts a user into the trash and ends their sessions and links",
    example: { userId },
  })
    .input(UserId)
    .output(User)
    .mutation(({ ctx, input }) => deleteUser(ctx, input)),

  deleteMany: permitted("users.delete", {
    description: "Puts the users of a selection into the trash, each for itself",
    example: { selection: { ids: [userId] } },
  })
    .input(SelectedUsersInput)
    .output(BulkOutcome)
    .mutation(({ ctx, input }) => deleteUsers(ctx, input)),

  listTrash: permitted("users.delete", {
    description: "One page of the users in the trash, filtered, searched and sorted",
    example: {
      filter: { field: "deletedAt", operator: "inLast", value: 7 },
      sort: [{ field: "deletedAt", direction: "desc" }],
      limit: 50,
    },
  })
    .input(ListTrashInput)
    .output(TrashPage)
    .query(({ ctx, input }) => listTrash(ctx, input)),

  restore: permitted("users.delete", {
    description: "Takes a user out of the trash, as they were before",
    example: { userId },
  })
    .input(UserId)
    .output(User)
    .mutation(({ ctx, input }) => restoreUser(ctx, input)),

  restoreMany: permitted("users.delete", {
    description: "Takes the users of a selection out of the trash, each for itself",
    example: { selection: { ids: [userId] } },
  })
    .input(RestoreUsersInput)
    .output(BulkOutcome)
    .mutation(({ ctx, input }) => restoreUsers(ctx, input)),

  purgePreview: permitted("users.delete", {
    description: "What goes with a user in the trash when they are purged, and what stays",
    example: { userId },
  })
    .input(UserId)
    .output(PurgePreview)
    .query(({ ctx, input }) => previewPurge(ctx, input)),

  emptyTrashPreview: permitted("users.delete", {
    description: "What goes when everybody in the trash whom the caller may purge is purged",
  })
    .output(EmptyTrashPreview)
    .query(({ ctx }) => previewEmptyTrash(ctx)),

  emptyTrash: permitted("users.delete", {
    description:
      "Purges everybody in the trash whom the caller may purge, at most 1,000 a call; their number proves the intention",
    example: { users: 1 },
  })
    .input(EmptyTrashInput)
    .output(EmptiedTrash)
    .mutation(({ ctx, input }) => emptyTrash(ctx, input)),

  purge: permitted("users.delete", {
    description: "Deletes a user in the trash for good; the address once more proves the intention",
    example: { userId, email: "ada@example.com" },
  })
    .input(PurgeUserInput)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await purgeUser(ctx, input);
      return { ok: true as const };
    }),
};
