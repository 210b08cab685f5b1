import type { Metadata } from "next";
import { CompleteRegistrationForm } from "#components/auth/complete-registration-form.tsx";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { RegistrationClosed } from "#components/auth/registration-closed.tsx";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Finish your account" };

interface CompleteRegistrationPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function CompleteRegistrationPage({
  searchParams,
}: CompleteRegistrationPageProps) {
  const { caller, isRegistrationOpen } = await createPageApi();
  if (!isRegistrationOpen) return <RegistrationClosed />;
  const { token } = await searchParams;
  const link = typeof token === "string" ? token : "";
  const registration = await findOrNull(caller.auth.registration({ token: link }));
  if (!registration) {
    return (
      <Outcome
        title="This link does not work"
        isGood={false}
        href="/register"
        action="Register once more"
      >
        The link was used, replaced by a newer one, or has expired.
      </Outcome>
    );
  }
  return (
    <>
      <EntranceHeading title={`Welcome, ${registration.name}`}>
        Choose a password to finish your account.
      </EntranceHeading>
      <CompleteRegistrationForm token={link} registration={registration} />
    </>
  );
}
