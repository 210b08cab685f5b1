import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { RoleName } from "#server/platform/access/catalog.ts";
import { type Caller, createCaller } from "./api.ts";
import type { Binnacle } from "./binnacle.ts";

export const PASSWORD = "velvet otter maps the quiet harbour";
export const OTHER_PASSWORD = "copper lantern drifts past eleven bridges";

export interface Person {
  userId: string;
  name: string;
  email: string;
  password: string;
  /** Signed in through the API. */
  caller: Caller;
}

/** An address that no other test has. */
export function newAddress(): string {
  return `${randomUUID().slice(0, 13)}@example.com`;
}

/** Makes the owner of a fresh Binnacle with its set-up link. */
export async function setUpOwner({ url, setUpLink }: Binnacle): Promise<Person> {
  const caller = createCaller(url);
  const person = { name: "Olive Owner", email: newAddress(), password: PASSWORD };
  await caller.api.auth.setUp.mutate({ token: tokenOf(setUpLink), ...person });
  return { ...person, userId: (await caller.api.account.get.query()).userId, caller };
}

interface NewPerson {
  url: string;
  name: string;
  roles: RoleName[];
}

/** Invites somebody as the owner and accepts with the mailed link. */
export async function addPerson(owner: Person, { url, name, roles }: NewPerson): Promise<Person> {
  const { api } = owner.caller;
  const email = newAddress();
  const { id: userId } = await api.users.invite.mutate({ name, email, roles });
  const token = tokenOf(await readMailedLink(owner, { to: email, template: "invitation" }));
  const caller = createCaller(url);
  await caller.api.auth.acceptInvitation.mutate({ token, name, password: PASSWORD });
  return { userId, name, email, password: PASSWORD, caller };
}

interface Envelope {
  to: string;
  template: string;
}

/** The link in the newest mail of a kind; waits for mail that is sent in the background. */
export async function readMailedLink(owner: Person, { to, template }: Envelope): Promise<string> {
  const { api } = owner.caller;
  const find = async () => {
    const { items } = await api.mail.list.query({ limit: 100 });
    return items.find((mail) => mail.recipient === to && mail.template === template);
  };
  await expect.poll(find, `a mail ${template} to ${to}`).toBeDefined();
  const { text } = await api.mail.get.query({ mailId: (await find())?.id ?? "" });
  return /https?:\S+/.exec(text)?.[0] ?? "";
}

export function tokenOf(link: string | null): string {
  return new URL(link ?? "").searchParams.get("token") ?? "";
}
