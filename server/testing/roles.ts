import { roles } from "#db/schema/access.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import type { Conditions, Grant } from "#server/platform/access/schema.ts";
import type { TestWorld } from "./context.ts";

let counter = 0;

export const grant = (permission: Permission, conditions: Conditions = {}): Grant => ({
  permission,
  conditions,
});

/** Stores a custom role, whoever could have made it; answers its key. */
export async function makeRole(world: TestWorld, grants: Grant[]): Promise<string> {
  const key = `role-${++counter}`;
  const now = world.services.now();
  await world.services.db.insert(roles).values({
    key,
    label: `Role ${counter}`,
    description: "For a test",
    grants,
    createdAt: now,
    updatedAt: now,
  });
  return key;
}
