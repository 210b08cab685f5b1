import { DeadLink } from "#components/auth/outcome.tsx";
import { VerifyEmailForm } from "#components/auth/verify-email-form.tsx";
import { getText } from "#components/i18n/page-text.ts";

interface VerifyEmailPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function VerifyEmailPage({ searchParams }: VerifyEmailPageProps) {
  const t = await getText();
  const { token } = await searchParams;
  if (typeof token !== "string") {
    return <DeadLink>{t("The link is incomplete. Open it once more from the mail.")}</DeadLink>;
  }
  return <VerifyEmailForm token={token} />;
}
