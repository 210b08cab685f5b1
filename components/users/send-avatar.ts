import { z } from "zod";
import { identityHeaders } from "#components/impersonation/shown-identity.ts";

const Refusal = z.object({
  detail: z.string(),
  fields: z.array(z.object({ message: z.string() })).default([]),
});

/** Uploads a picture to `address`, or removes the one there; rejects with the sentence of a refusal. */
export async function sendAvatar(address: string, file: File | null): Promise<void> {
  const response = await fetch(address, {
    method: file ? "PUT" : "DELETE",
    headers: {
      "x-binnacle-csrf": "1",
      ...identityHeaders(),
      ...(file && { "content-type": file.type }),
    },
    body: file,
  });
  if (response.ok) return;
  const refusal = Refusal.safeParse(await response.json().catch(() => null)).data;
  throw new Error(refusal?.fields[0]?.message ?? refusal?.detail ?? "The upload broke off.");
}
