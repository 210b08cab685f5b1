import { createRouter, permitted } from "#server/api/trpc.ts";
import { Done } from "#server/domains/auth/schema.ts";
import { listViews } from "./queries.ts";
import {
  CreateViewInput,
  ListViewsInput,
  SetDefaultViewInput,
  UpdateViewInput,
  View,
  ViewId,
} from "./schema.ts";
import { createView, deleteView, setDefaultView, updateView } from "./service.ts";

const viewId = "0192f0c0-7c1e-7000-8000-000000000001";
const fields = {
  name: "Waiting for an answer",
  state: "sort=-createdAt&columns=name%2Cemail%2CcreatedAt&density=compact",
  share: { sharing: "private", roles: [], canEdit: "owner" },
};
const done = { ok: true } as const;

export const viewsRouter = createRouter({
  list: permitted("account.manage", {
    description: "The saved views of a list: one's own and those shared with one",
    example: { list: "users" },
  })
    .input(ListViewsInput)
    .output(View.array())
    .query(({ ctx, input }) => listViews(ctx, input.list)),

  create: permitted("account.manage", {
    description: "Saves a view of a list; to share it takes views.share",
    example: { list: "users", ...fields },
  })
    .input(CreateViewInput)
    .output(View)
    .mutation(({ ctx, input }) => createView(ctx, input)),

  update: permitted("account.manage", {
    description: "Renames a view, saves another state into it, or shares it",
    example: { viewId, version: 1, ...fields },
  })
    .input(UpdateViewInput)
    .output(View)
    .mutation(({ ctx, input }) => updateView(ctx, input)),

  delete: permitted("account.manage", {
    description: "Deletes one's own view for all with whom it is shared",
    example: { viewId },
  })
    .input(ViewId)
    .output(Done)
    .mutation(({ ctx, input }) => deleteView(ctx, input).then(() => done)),

  setDefault: permitted("account.manage", {
    description: "Chooses the view with which a list opens, or none",
    example: { list: "users", viewId },
  })
    .input(SetDefaultViewInput)
    .output(Done)
    .mutation(({ ctx, input }) => setDefaultView(ctx, input).then(() => done)),
});
