import { createRouter, permitted } from "#server/api/trpc.ts";
import { Done } from "#server/domains/auth/schema.ts";
import { UserId } from "#server/domains/users/schema.ts";
import { listEffective, listHolders, listRoleOptions } from "./effective.ts";
import { explainAccess, type FindDoor } from "./explain.ts";
import { getRole, listRoles } from "./queries.ts";
import {
  DeleteRoleInput,
  EffectivePermission,
  ExplainInput,
  Explanation,
  Role,
  RoleFields,
  RoleHolders,
  RoleId,
  RoleOption,
  UpdateRoleInput,
} from "./schema.ts";
import { createRole, deleteRole, updateRole } from "./service.ts";

const userId = "0192f0c0-7c1e-7000-8000-000000000001";
const fields = {
  key: "night-shift",
  label: "Night shift",
  description: "Suspends users of the own department at night",
  grants: [
    {
      permission: "users.suspend",
      conditions: {
        department: "same",
        time: { days: [1, 2, 3, 4, 5], from: "22:00", to: "06:00", timeZone: "Europe/Berlin" },
      },
    },
  ],
};

export const rolesRouter = createRouter({
  list: permitted("roles.read", { description: "Every role with what it allows" })
    .output(Role.array())
    .query(({ ctx }) => listRoles(ctx.db)),

  options: permitted("users.read", {
    description: "The roles that users can have, and whether the caller may give them",
  })
    .output(RoleOption.array())
    .query(({ ctx }) => listRoleOptions(ctx)),

  holders: permitted("roles.read", {
    description: "How many users hold each role, of those whom the caller may see",
  })
    .output(RoleHolders.array())
    .query(({ ctx }) => listHolders(ctx)),

  get: permitted("roles.read", { description: "One role", example: { key: "support" } })
    .input(RoleId)
    .output(Role)
    .query(({ ctx, input }) => getRole(ctx.db, input.key)),

  create: permitted("roles.update", {
    description: "Makes a custom role of what the caller may do",
    example: fields,
  })
    .input(RoleFields)
    .output(Role)
    .mutation(({ ctx, input }) => createRole(ctx, input)),

  update: permitted("roles.update", {
    description: "Changes a custom role for everybody who holds it, from their next request on",
    example: { ...fields, version: 1 },
  })
    .input(UpdateRoleInput)
    .output(Role)
    .mutation(({ ctx, input }) => updateRole(ctx, input)),

  delete: permitted("roles.update", {
    description: "Deletes a custom role that nobody holds",
    example: { key: "night-shift" },
  })
    .input(DeleteRoleInput)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await deleteRole(ctx, input);
      return { ok: true as const };
    }),

  effective: permitted("roles.read", {
    description: "What a user may do, and through which roles",
    example: { userId },
  })
    .input(UserId)
    .output(EffectivePermission.array())
    .query(({ ctx, input }) => listEffective(ctx, input.userId)),
});

/** `findDoor` looks a procedure up by its path, which only the whole router knows. */
export function createAccessRouter(findDoor: FindDoor) {
  return createRouter({
    explain: permitted("roles.read", {
      description: "Why a user or a role may or may not do something, and what would change that",
      example: {
        userId,
        procedure: "users.suspend",
        record: { type: "user", id: userId },
        address: "192.0.2.1",
      },
    })
      .input(ExplainInput)
      .output(Explanation)
      .query(({ ctx, input }) => explainAccess(ctx, input, findDoor)),
  });
}
