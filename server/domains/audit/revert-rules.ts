import { getRole } from "#server/domains/roles/queries.ts";
import { UpdateRoleInput } from "#server/domains/roles/schema.ts";
import { updateRole } from "#server/domains/roles/service.ts";
import { listSettings } from "#server/domains/settings/queries.ts";
import { UpdateSettingsInput } from "#server/domains/settings/schema.ts";
import { updateSettings } from "#server/domains/settings/service.ts";
import { getUserFor } from "#server/domains/users/policy.ts";
import { UpdateUserInput } from "#server/domains/users/schema.ts";
import { updateUser } from "#server/domains/users/service.ts";
import { getStoredView } from "#server/domains/views/queries.ts";
import { UpdateViewInput, ViewShare } from "#server/domains/views/schema.ts";
import { summarizeView, updateView } from "#server/domains/views/service.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { SETTING_GROUP_NAMES } from "#server/platform/settings/catalog.ts";
import type { RevertibleAction } from "./catalog.ts";

type SignedIn = Context & { actor: UserActor };

const SHARE_FIELDS: ReadonlySet<string> = new Set(Object.keys(ViewShare.shape));

/** What an edit sets, by the names that the log uses, and the version that it starts from. */
export interface Editable {
  fields: Record<string, unknown>;
  version: number | null;
}

export interface Edited extends Editable {
  /** The fields that are not as they were read. */
  changed: string[];
}

/** How an edit of one kind of record is taken back: by another edit, through the same service. */
interface RevertRule {
  read(ctx: SignedIn, subjectId: string): Promise<Editable>;
  write(ctx: SignedIn, subjectId: string, edited: Edited): Promise<unknown>;
}

export const REVERT_RULES: Record<RevertibleAction, RevertRule> = {
  "user.updated": {
    async read(ctx, userId) {
      const { name, roles, department, version } = await getUserFor(ctx, "users.update", userId);
      return { fields: { name, roles, department }, version };
    },
    write: (ctx, userId, { fields, version }) =>
      updateUser(ctx, UpdateUserInput.parse({ ...fields, userId, version })),
  },
  "role.updated": {
    async read(ctx, key) {
      const { label, description, grants, version } = await getRole(ctx.db, key);
      return { fields: { label, description, grants }, version };
    },
    write: (ctx, key, { fields, version }) =>
      updateRole(ctx, UpdateRoleInput.parse({ ...fields, key, version })),
  },
  "settings.updated": {
    async read(ctx, name) {
      const group = SETTING_GROUP_NAMES.find((known) => known === name);
      if (!group) throw new AppError("NOT_FOUND", "There are no such settings any more.");
      const { value, version } = (await listSettings(ctx))[group];
      return { fields: { ...value }, version };
    },
    write: (ctx, group, { fields, version }) =>
      updateSettings(ctx, UpdateSettingsInput.parse({ group, value: fields, version })),
  },
  "view.updated": {
    async read({ db, actor }, viewId) {
      const view = await getStoredView(db, actor, viewId);
      return { fields: summarizeView(view), version: view.version };
    },
    write(ctx, viewId, { fields, version, changed }) {
      const { name, state, sharing, roles, canEdit } = fields;
      // Named only where it changes: whoever may edit a view need not be the one who may share it.
      const isReshared = changed.some((field) => SHARE_FIELDS.has(field));
      const share = isReshared ? { sharing, roles, canEdit } : undefined;
      return updateView(ctx, UpdateViewInput.parse({ viewId, version, name, state, share }));
    },
  },
};
