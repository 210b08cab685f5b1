import type { InviteeLine } from "#components/users/invitee-lines.ts";
import type { InviteOutcome } from "#server/domains/users/invite-many/schema.ts";

export interface Invitations {
  /** All lines, those that cannot be invited too. */
  lines: InviteeLine[];
  roles: string[];
}

/** What the server said against each line that it was asked about; null for nothing. */
export type Refusals = ReadonlyMap<InviteeLine, string | null>;

/** The lines that the server is asked about. */
export function sendable({ lines }: Invitations): InviteeLine[] {
  return lines.filter(({ problem }) => problem === null);
}

export function toInput(invitations: Invitations) {
  const people = sendable(invitations).map((line) => ({
    email: line.email,
    name: line.name,
    department: line.department,
  }));
  return { people, roles: invitations.roles };
}

/** The answer beside the lines that it is about. */
export function readRefusals(sent: InviteeLine[], { lines }: InviteOutcome): Refusals {
  return new Map(sent.map((line, index) => [line, lines[index]?.refusal?.message ?? null]));
}

/** Why a line is not invited; null when it is. */
export function refusalOf(line: InviteeLine, refusals: Refusals): string | null {
  return line.problem ?? refusals.get(line) ?? null;
}
