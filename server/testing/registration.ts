import { eq } from "drizzle-orm";
import { registrations } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { settleBackgroundWork } from "#server/domains/auth/background.ts";
import { completeRegistration, register } from "#server/domains/auth/registration/service.ts";
import { listSettings } from "#server/domains/settings/queries.ts";
import type { UpdateSettingsInput } from "#server/domains/settings/schema.ts";
import { updateSettings } from "#server/domains/settings/service.ts";
import { userColumns } from "#server/domains/users/queries.ts";
import { mailedToken, PASSWORD, visitor } from "./accounts.ts";
import type { TestWorld } from "./context.ts";

type Registration = Extract<UpdateSettingsInput, { group: "registration" }>["value"];

export const OPEN: Registration = { isOpen: true, role: "viewer", allowedDomains: [] };

let made = 0;

export function newAddress(domain = "example.com"): string {
  return `new-${++made}@${domain}`;
}

/** The owner changes who may register. */
export async function setRegistration(
  world: TestWorld,
  wanted: Partial<Registration>,
): Promise<void> {
  const owner = world.as(await world.createUser({ roles: ["owner"] }));
  const { value, version } = (await listSettings(owner)).registration;
  await updateSettings(owner, { group: "registration", value: { ...value, ...wanted }, version });
}

export async function ask(world: TestWorld, email: string): Promise<void> {
  await register(visitor(world), { email, name: "Nora New" });
  await settleBackgroundWork();
}

/** Somebody who has asked, with the token in their mail. */
export async function askForToken(world: TestWorld, email = newAddress()) {
  await ask(world, email);
  return { email, token: await mailedToken(world, email, "registration") };
}

export function complete(world: TestWorld, token: string, ctx = visitor(world)): Promise<void> {
  return completeRegistration(ctx, { token, name: "Nora Newcomer", password: PASSWORD });
}

export function usersAt({ services: { db } }: TestWorld, email: string) {
  return db.select(userColumns).from(users).where(eq(users.email, email));
}

export function registrationsOf({ services: { db } }: TestWorld, email: string) {
  return db.select().from(registrations).where(eq(registrations.email, email));
}
