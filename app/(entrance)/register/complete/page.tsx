import { CompleteRegistrationForm } from "#components/auth/complete-registration-form.tsx";
import { EntranceHeading } from "#components/auth/entrance.tsx";
import { Outcome } from "#components/auth/outcome.tsx";
import { RegistrationClosed } from "#components/auth/registration-closed.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi } from "#server/api/caller.ts";

interface CompleteRegistrationPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function CompleteRegistrationPage({
  searchParams,
}: CompleteRegistrationPageProps) {
  const t = await getText();
  const { caller, isRegistrationOpen } = await createPageApi();
  if (!isRegistrationOpen) return <RegistrationClosed />;
  const { token } = await searchParams;
  const link = typeof token === "string" ? token : "";
  const registration = await findOrNull(caller.auth.registration({ token: link }));
  if (!registration) {
    return (
      <Outcome
        title={t("This link does not work")}
        isGood={false}
        href="/register"
        action={t("Register once more")}
      >
        {t("The link was used, replaced by a newer one, or has expired.")}
      </Outcome>
    );
  }
  return (
    <>
      <EntranceHeading title={t("Welcome, {name}", { name: registration.name })}>
        {t("Choose a password to finish your account.")}
      </EntranceHeading>
      <CompleteRegistrationForm token={link} registration={registration} />
    </>
  );
}
