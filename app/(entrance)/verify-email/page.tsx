import type { Metadata } from "next";
import { DeadLink } from "#components/auth/outcome.tsx";
import { VerifyEmailForm } from "#components/auth/verify-email-form.tsx";

export const metadata: Metadata = { title: "Confirm your address" };

interface VerifyEmailPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function VerifyEmailPage({ searchParams }: VerifyEmailPageProps) {
  const { token } = await searchParams;
  if (typeof token !== "string") {
    return <DeadLink>The link is incomplete. Open it once more from the mail.</DeadLink>;
  }
  return <VerifyEmailForm token={token} />;
}
