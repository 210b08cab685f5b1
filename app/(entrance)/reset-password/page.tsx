import { DeadLink } from "#components/auth/outcome.tsx";
import { ResetPasswordForm } from "#components/auth/reset-password-form.tsx";
import { getText } from "#components/i18n/page-text.ts";

interface ResetPasswordPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function ResetPasswordPage({ searchParams }: ResetPasswordPageProps) {
  const t = await getText();
  const { token } = await searchParams;
  if (typeof token !== "string") {
    return (
      <DeadLink>{t("The link was used already or has expired. Ask for another one.")}</DeadLink>
    );
  }
  return <ResetPasswordForm token={token} />;
}
